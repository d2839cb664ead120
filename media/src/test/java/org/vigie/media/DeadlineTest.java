package org.vigie.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.fingerprint.PdqHasher;
import org.vigie.media.DecodeOutcome.Cause;
import org.vigie.media.DecodeOutcome.Decoded;

/// Deadlines end the work itself: counted in questions, not in time.
class DeadlineTest {
  private static final int MEGABYTE = 1 << 20;

  private final LumaSource source = LumaSources.inProcess();

  /// Passes when it was asked so many times.
  private static final class Asked implements Deadline {
    private final int most;
    private int times;

    Asked(int most) {
      this.most = most;
    }

    @Override
    public boolean hasPassed() {
      times++;
      return times > most;
    }
  }

  static Stream<VectorFile> pictures() {
    return VectorFile.pictures().filter(file -> LumaSources.hasNatives() || !file.isWebp());
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void decode_deadlinePassesAtAnyQuestion_endsThereAndThen(VectorFile file) {
    Asked never = new Asked(Integer.MAX_VALUE);
    Outcomes.decoded(Outcomes.decode(source, file.bytes(), never));
    int step = Math.max(1, never.times / 7);
    for (int most = 0; most < never.times; most += step) {
      Asked asked = new Asked(most);
      Outcomes.assertCause(Outcomes.decode(source, file.bytes(), asked), Cause.DEADLINE_PASSED);
      assertThat(asked.times).isEqualTo(most + 1);
    }
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void readRow_ofADecodeWithADeadline_asksAtEveryRow(VectorFile file) {
    Asked never = new Asked(Integer.MAX_VALUE);
    Decoded decoded = Outcomes.decoded(Outcomes.decode(source, file.bytes(), never));
    int before = never.times;
    new PdqHasher().hashOrientations(decoded.luma());
    assertThat(never.times - before).isGreaterThanOrEqualTo(decoded.luma().height());
  }

  @Test
  void hash_deadlinePassesInTheMiddle_endsAndTheHasherIsAsGoodAsNew() {
    byte[] file = VectorFile.named("image-rgb.png").bytes();
    Decoded whole = Outcomes.decoded(Outcomes.decode(source, file));
    Asked asked = new Asked(Integer.MAX_VALUE);
    Outcomes.decode(source, file, asked);
    Asked middle = new Asked(asked.times + whole.height() / 2);
    Decoded timed = Outcomes.decoded(Outcomes.decode(source, file, middle));
    PdqHasher hasher = new PdqHasher();
    assertThatThrownBy(() -> hasher.hash(timed.luma())).isInstanceOf(DeadlinePassedException.class);
    assertThat(hasher.hash(whole.luma())).isEqualTo(new PdqHasher().hash(whole.luma()));
  }

  /// Files of four megabytes in which there is much to walk over and nothing to see.
  static Stream<Arguments> walks() {
    byte[] png = new Bytes()
        .bytes(Arrays.copyOf(Bytes.png(4, 4, new byte[20]), 33))
        .bytes(repeated(new Bytes().chunk("tEXt", new byte[0]).toArray(), 4 * MEGABYTE))
        .toArray();
    byte[] data = new Bytes()
        .bytes(Arrays.copyOf(Bytes.png(4, 4, new byte[20]), 33))
        .bytes(repeated(new Bytes().chunk("IDAT", new byte[0]).toArray(), 4 * MEGABYTE))
        .toArray();
    byte[] gif = new Bytes()
        .text("GIF89a")
        .le16(4, 4)
        .u8(0, 0, 0)
        .bytes(repeated(new byte[] {0x21, 1, 0}, 4 * MEGABYTE))
        .toArray();
    // Codes of two bits, each of them clear.
    byte[] codes = new byte[4 * MEGABYTE];
    Arrays.fill(codes, (byte) 0xaa);
    for (int at = 0; at < codes.length; at += 256) {
      codes[at] = (byte) 255;
    }
    byte[] clear = Bytes.gifStart(4, 4, 0, 0, 4, 4).u8(1).bytes(codes).toArray();
    byte[] runs = Bytes.bmpStart(4, 4, 8, 1)
        .bytes(repeated(new byte[] {0, 2, 0, 0}, 4 * MEGABYTE))
        .toArray();
    byte[] packed = new byte[4 * MEGABYTE];
    Arrays.fill(packed, (byte) 0x80);
    byte[] stray = new byte[4 * MEGABYTE];
    stray[0] = (byte) 0xff;
    stray[1] = (byte) 0xd8;
    stray[2] = (byte) 0xff;
    return Stream.of(
        Arguments.of("png of texts", png),
        Arguments.of("png of empty data", data),
        Arguments.of("gif of extensions", gif),
        Arguments.of("gif of clear codes", clear),
        Arguments.of("bmp of jumps", runs),
        Arguments.of("tiff of nothing packed", Bytes.tiff(4, 4, 32_773, packed)),
        Arguments.of("jpeg of stray bytes", stray));
  }

  private static byte[] repeated(byte[] piece, int length) {
    byte[] all = new byte[length / piece.length * piece.length];
    for (int at = 0; at < all.length; at += piece.length) {
      System.arraycopy(piece, 0, all, at, piece.length);
    }
    return all;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("walks")
  void decode_fileToWalkOver_asksAtLeastOnceAMegabyte(String kind, byte[] file) {
    Asked never = new Asked(Integer.MAX_VALUE);
    assertThat(Outcomes.decode(source, file, never)).isInstanceOf(DecodeOutcome.Undecodable.class);
    assertThat(never.times).isGreaterThanOrEqualTo(file.length / MEGABYTE);
    Asked soon = new Asked(2);
    Outcomes.assertCause(Outcomes.decode(source, file, soon), Cause.DEADLINE_PASSED);
  }

  @Test
  void decode_pngOfManyRows_asksAtEveryRow() {
    Asked never = new Asked(Integer.MAX_VALUE);
    Outcomes.decode(source, Bytes.png(1, 60_000, Bytes.deflated(new byte[2 * 60_000])), never);
    assertThat(never.times).isGreaterThan(60_000);
  }

  @Test
  void deadline_inAWhile_passesWhenTheClockSaysSo() {
    AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
    Deadline deadline = Deadline.in(Duration.ofNanos(10), nanos::get);
    assertThat(deadline.hasPassed()).isFalse();
    nanos.addAndGet(10);
    assertThat(deadline.hasPassed()).isFalse();
    nanos.addAndGet(1);
    assertThat(deadline.hasPassed()).isTrue();
  }

  @Test
  void decode_ofNativeLibraries_asksBeforeTheCallAndAfter() {
    assumeTrue(LumaSources.hasNatives());
    Asked never = new Asked(Integer.MAX_VALUE);
    Decoded decoded = Outcomes.decoded(
        Outcomes.decode(source, VectorFile.named("image-lossy.webp").bytes(), never));
    assertThat(never.times).isGreaterThan(decoded.height() + 2);
  }
}
