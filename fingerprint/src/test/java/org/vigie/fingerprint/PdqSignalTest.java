package org.vigie.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PdqSignalTest {
  private static final String TEXT =
      "0123456789abcdef" + "fedcba9876543210" + "00000000ffffffff" + "8000000000000001";

  @Provide
  Arbitrary<PdqSignal> signals() {
    Arbitrary<Long> words = Arbitraries.longs();
    return Combinators.combine(words, words, words, words).as(PdqSignal::new);
  }

  @Test
  void parse_text_putsTheFirstDigitsHighest() {
    assertThat(PdqSignal.parse(TEXT))
        .isEqualTo(new PdqSignal(
            0x0123456789abcdefL, 0xfedcba9876543210L, 0x00000000ffffffffL, 0x8000000000000001L));
  }

  @Test
  void parse_uppercase_isPrintedInLowercase() {
    assertThat(PdqSignal.parse(TEXT.toUpperCase(Locale.ROOT)).text()).isEqualTo(TEXT);
  }

  static List<String> malformed() {
    return List.of(
        "",
        TEXT.substring(1),
        TEXT + "0",
        " " + TEXT,
        TEXT + "\n",
        " " + TEXT.substring(1),
        TEXT.substring(1) + " ",
        TEXT.substring(0, 31) + "g" + TEXT.substring(32),
        TEXT.substring(0, 31) + "-" + TEXT.substring(32),
        "0x" + TEXT.substring(2),
        "\u0660" + TEXT.substring(1),
        "\uff11" + TEXT.substring(1),
        "\uff41" + TEXT.substring(1),
        "\0" + TEXT.substring(1));
  }

  @ParameterizedTest
  @MethodSource("malformed")
  void parse_anythingButSixtyFourHexDigits_isRefusedWithoutRepeatingIt(String text) {
    assertThatExceptionOfType(MalformedSignalException.class)
        .isThrownBy(() -> PdqSignal.parse(text))
        .withMessageStartingWith("not a pdq signal: ")
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("456789abcdef"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 31, 33, 64})
  void ofBytes_notThirtyTwo_isRefused(int length) {
    assertThatExceptionOfType(MalformedSignalException.class)
        .isThrownBy(() -> PdqSignal.ofBytes(new byte[length]))
        .withMessage("not a pdq signal: expected 32 bytes, found " + length);
  }

  @Property
  void text_ofAnySignal_readsBack(@ForAll("signals") PdqSignal signal) {
    assertThat(signal.text()).matches("[0-9a-f]{64}");
    assertThat(PdqSignal.parse(signal.text())).isEqualTo(signal);
    assertThat(PdqSignal.TYPE.parse(signal.text())).isEqualTo(signal);
  }

  @Property
  void bytes_ofAnySignal_readBack(@ForAll("signals") PdqSignal signal) {
    assertThat(signal.bytes()).hasSize(32);
    assertThat(PdqSignal.ofBytes(signal.bytes())).isEqualTo(signal);
    assertThat(PdqSignal.TYPE.ofBytes(signal.bytes())).isEqualTo(signal);
  }

  @Property
  void distanceTo_twoSignals_countsTheirDifferentBits(
      @ForAll("signals") PdqSignal a, @ForAll("signals") PdqSignal b) {
    int expected = 0;
    for (int at = 0; at < 64; at++) {
      int digitOfA = Character.digit(a.text().charAt(at), 16);
      int digitOfB = Character.digit(b.text().charAt(at), 16);
      expected += Integer.bitCount(digitOfA ^ digitOfB);
    }
    assertThat(a.distanceTo(b)).isEqualTo(expected).isEqualTo(b.distanceTo(a));
  }

  @Property
  void distanceTo_signalWithOneBitFlipped_isOne(
      @ForAll("signals") PdqSignal signal, @ForAll @IntRange(max = 255) int bit) {
    byte[] bytes = signal.bytes();
    bytes[31 - bit / 8] ^= (byte) (1 << bit % 8);
    assertThat(PdqSignal.ofBytes(bytes).distanceTo(signal)).isEqualTo(1);
    assertThat(signal.distanceTo(signal)).isZero();
  }

  @Property
  void distanceTo_threeSignals_obeysTheTriangle(
      @ForAll("signals") PdqSignal a,
      @ForAll("signals") PdqSignal b,
      @ForAll("signals") PdqSignal c) {
    assertThat(a.distanceTo(c)).isLessThanOrEqualTo(a.distanceTo(b) + b.distanceTo(c));
  }

  @Test
  void distanceTo_complement_isAllBits() {
    assertThat(PdqSignal.ZERO.distanceTo(new PdqSignal(-1, -1, -1, -1))).isEqualTo(256);
  }

  @Test
  void toString_anySignal_doesNotPrintIt() {
    assertThat(PdqSignal.parse(TEXT)).hasToString("PdqSignal");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 101})
  void quality_outsideItsRange_isRefused(int quality) {
    List<PdqSignal> eight = Collections.nCopies(8, PdqSignal.ZERO);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PdqFingerprint(PdqSignal.ZERO, quality));
    assertThatIllegalArgumentException().isThrownBy(() -> new PdqOrientations(eight, quality));
  }

  @Test
  void orientations_notEight_areRefused() {
    List<PdqSignal> seven = Collections.nCopies(7, PdqSignal.ZERO);
    assertThatIllegalArgumentException().isThrownBy(() -> new PdqOrientations(seven, 50));
  }
}
