package org.vigie.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.fingerprint.Digest;
import org.vigie.fingerprint.DigestType;
import org.vigie.fingerprint.DistanceScale;
import org.vigie.fingerprint.MalformedSignalException;
import org.vigie.fingerprint.MetricSignal;
import org.vigie.fingerprint.PdqSignal;
import org.vigie.fingerprint.SignalType;

/// Signals of several types in one index.
class SignalIndexTest {
  private static final PdqSignal PDQ = PdqSignal.parse("0f".repeat(32));
  private static final Digest MD5 = digest(DigestType.MD5);
  private static final Digest SHA1 = digest(DigestType.SHA1);

  private static Digest digest(DigestType type) {
    return Digest.of(type, "a file".getBytes(StandardCharsets.UTF_8));
  }

  /// A number, compared by difference: an example of a licensee's type.
  private record Height(int value) implements MetricSignal {
    @Override
    public int distanceTo(MetricSignal other) {
      return Math.abs(value - ((Height) other).value);
    }

    @Override
    public SignalType type() {
      return HeightType.HEIGHT;
    }

    @Override
    public String text() {
      return Integer.toString(value);
    }

    @Override
    public byte[] bytes() {
      return text().getBytes(StandardCharsets.US_ASCII);
    }
  }

  private enum HeightType implements SignalType {
    HEIGHT;

    @Override
    public String id() {
      return "height";
    }

    @Override
    public DistanceScale scale() {
      return new DistanceScale.OwnUnit(Integer.MAX_VALUE);
    }

    @Override
    public Height parse(String text) {
      throw new MalformedSignalException(this, "not read in this test");
    }

    @Override
    public Height ofBytes(byte[] bytes) {
      throw new MalformedSignalException(this, "not read in this test");
    }
  }

  @Test
  void findAll_queriesOfSeveralTypes_answersEachFromItsOwnType() {
    SignalIndex index = SignalIndex.of(List.of(
        new IndexEntry(1, PDQ),
        new IndexEntry(2, MD5),
        new IndexEntry(3, SHA1),
        new IndexEntry(4, new Height(170)),
        new IndexEntry(5, new Height(190)),
        new IndexEntry(6, MD5)));
    List<List<Hit>> hits =
        index.findAll(List.of(new Height(175), SHA1, PDQ, MD5, PdqSignal.ZERO), 10);
    assertThat(hits.get(0)).containsExactly(new Hit(4, 5));
    assertThat(hits.get(1)).containsExactly(new Hit(3, 0));
    assertThat(hits.get(2)).containsExactly(new Hit(1, 0));
    assertThat(hits.get(3)).containsExactlyInAnyOrder(new Hit(2, 0), new Hit(6, 0));
    assertThat(hits.get(4)).isEmpty();
  }

  @Test
  void put_sameIdentifierOtherType_replaces() {
    SignalIndex index = SignalIndex.of(List.of(new IndexEntry(1, PDQ), new IndexEntry(2, MD5)));
    index.put(new IndexEntry(1, MD5));
    index.put(new IndexEntry(2, SHA1));
    assertThat(index.size()).isEqualTo(2);
    assertThat(index.find(PDQ, 31)).isEmpty();
    assertThat(index.find(MD5, 0)).containsExactly(new Hit(1, 0));
    assertThat(index.find(SHA1, 0)).containsExactly(new Hit(2, 0));
  }

  @Test
  void remove_unknownIdentifier_saysSo() {
    SignalIndex index = SignalIndex.of(List.of(new IndexEntry(1, MD5)));
    assertThat(index.remove(2)).isFalse();
    assertThat(index.remove(1)).isTrue();
    assertThat(index.remove(1)).isFalse();
    assertThat(index.find(MD5, 0)).isEmpty();
  }

  @Test
  void of_identifierTwice_isRefused() {
    List<IndexEntry> entries = List.of(new IndexEntry(7, PDQ), new IndexEntry(7, MD5));
    assertThatThrownBy(() -> SignalIndex.of(entries))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("identifier 7");
  }

  @Test
  void find_radiusOutOfRange_isRefused() {
    SignalIndex index = SignalIndex.of(List.of(new IndexEntry(1, PDQ)));
    assertThatThrownBy(() -> index.find(PDQ, -1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> index.find(PDQ, 64)).isInstanceOf(IllegalArgumentException.class);
    assertThat(index.find(PDQ, 63)).hasSize(1);
  }

  @Test
  void findAll_noQueries_findsNothing() {
    assertThat(SignalIndex.of(List.of(new IndexEntry(1, PDQ))).findAll(List.of(), 31))
        .isEmpty();
  }
}
