package org.vigie.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.fingerprint.PdqFingerprint;
import org.vigie.fingerprint.PdqHasher;
import org.vigie.media.DecodeOutcome.Cause;
import org.vigie.media.DecodeOutcome.Decoded;

/// Conformance with the reference's signals of the published files.
class VectorsTest {
  private static final int QUALITY_TOLERANCE = 2;

  private final LumaSource source = LumaSources.inProcess();
  private final LumaSource pure = LumaSources.withoutNatives(MediaSettings.DEFAULT);

  static Stream<VectorFile> pictures() {
    return VectorFile.pictures();
  }

  static Stream<VectorFile> others() {
    return VectorFile.all().filter(file -> !file.isRead());
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void decode_published_picture_has_its_size_and_signal(VectorFile file) {
    assumeTrue(LumaSources.hasNatives() || !file.isWebp());
    assertConforms(file, Outcomes.decode(source, file.bytes()));
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void decode_published_picture_without_natives_has_its_size_and_signal(VectorFile file) {
    DecodeOutcome outcome = Outcomes.decode(pure, file.bytes());
    if (file.isWebp()) {
      Outcomes.assertCause(outcome, Cause.UNSUPPORTED);
    } else {
      assertConforms(file, outcome);
    }
  }

  @ParameterizedTest
  @MethodSource("others")
  void decode_format_not_read_here_is_unknown(VectorFile file) {
    Outcomes.assertCause(Outcomes.decode(source, file.bytes()), Cause.UNKNOWN_FORMAT);
  }

  private static void assertConforms(VectorFile file, DecodeOutcome outcome) {
    Decoded decoded = Outcomes.decoded(outcome);
    assertThat(decoded.width()).isEqualTo(file.width());
    assertThat(decoded.height()).isEqualTo(file.height());
    PdqFingerprint print = new PdqHasher().hash(decoded.luma());
    assertThat(print.signal().distanceTo(file.signal())).isLessThanOrEqualTo(file.tolerance());
    assertThat(Math.abs(print.quality() - file.quality())).isLessThanOrEqualTo(QUALITY_TOLERANCE);
  }

  @Test
  void decode_large_jpeg_is_scaled_to_a_short_side_of_at_least_512() {
    assumeTrue(LumaSources.hasNatives());
    Decoded decoded = Outcomes.decoded(
        Outcomes.decode(source, VectorFile.named("photo-1080p.jpg").bytes()));
    assertThat(decoded.luma().width()).isEqualTo(960);
    assertThat(decoded.luma().height()).isEqualTo(540);
  }

  @Test
  void toString_names_the_decoders_in_use() {
    assertThat(pure).hasToString("JPEG by the JDK, no WebP, PNG, GIF, BMP and TIFF by Vigie");
  }
}
