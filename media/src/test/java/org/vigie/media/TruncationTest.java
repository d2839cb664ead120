package org.vigie.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.media.DecodeOutcome.Cause;
import org.vigie.media.DecodeOutcome.Decoded;
import org.vigie.media.DecodeOutcome.Undecodable;

/// No beginning of a file is a picture, unless it has every pixel of the whole file.
@Tag("slow")
class TruncationTest {
  private static final int LENGTHS = 150;
  private static final int LAST_BYTES = 40;

  private final LumaSource source = LumaSources.inProcess();
  private final LumaSource pure = LumaSources.withoutNatives(MediaSettings.DEFAULT);

  static Stream<VectorFile> files() {
    return VectorFile.pictures();
  }

  @ParameterizedTest
  @MethodSource("files")
  void decode_beginning_of_a_file_is_the_whole_picture_or_undecodable(VectorFile file) {
    assumeTrue(LumaSources.hasNatives() || !file.isWebp());
    for (LumaSource any : file.isWebp() ? List.of(source) : List.of(source, pure)) {
      assertBeginnings(any, file.bytes());
    }
  }

  private static void assertBeginnings(LumaSource any, byte[] bytes) {
    float[] whole = Outcomes.samples(Outcomes.decode(any, bytes));
    for (int i = 0; i < LENGTHS; i++) {
      assertWholeOrRefused(any, bytes, (int) ((long) bytes.length * i / LENGTHS), whole);
    }
    for (int length = bytes.length - LAST_BYTES; length < bytes.length; length++) {
      assertWholeOrRefused(any, bytes, length, whole);
    }
  }

  private static void assertWholeOrRefused(
      LumaSource any, byte[] bytes, int length, float[] whole) {
    switch (Outcomes.decode(any, Arrays.copyOf(bytes, length))) {
      case Decoded decoded ->
        assertThat(Arrays.equals(Outcomes.samples(decoded.luma()), whole))
            .as("%d bytes by %s", length, any)
            .isTrue();
      case Undecodable refused ->
        assertThat(refused.cause())
            .as("%d bytes by %s: %s", length, any, refused)
            .isIn(expected(length));
    }
  }

  private static Object[] expected(int length) {
    if (length == 0) {
      return new Object[] {Cause.EMPTY};
    }
    return length < 12
        ? new Object[] {Cause.UNKNOWN_FORMAT, Cause.TRUNCATED}
        : new Object[] {Cause.TRUNCATED, Cause.UNSUPPORTED};
  }
}
