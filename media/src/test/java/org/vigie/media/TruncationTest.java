package org.vigie.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.media.DecodeOutcome.Cause;
import org.vigie.media.DecodeOutcome.Undecodable;

/// No beginning of a file is a picture, however much of it is there.
class TruncationTest {
  private static final int LENGTHS = 150;
  private static final int LAST_BYTES = 40;

  private final LumaSource source = LumaSources.inProcess();
  private final LumaSource pure = LumaSources.withoutNatives(MediaSettings.DEFAULT);

  /// In an animation the first frame may be whole.
  static Stream<VectorFile> stills() {
    return VectorFile.pictures().filter(file -> !file.name().equals("sample-anim.gif"));
  }

  @ParameterizedTest
  @MethodSource("stills")
  void decode_any_beginning_of_a_file_is_undecodable(VectorFile file) {
    assumeTrue(LumaSources.hasNatives() || !file.isWebp());
    byte[] bytes = file.bytes();
    int end = pictureEnd(file, bytes);
    for (int i = 0; i < LENGTHS; i++) {
      assertRefused(bytes, (int) ((long) end * i / LENGTHS));
    }
    for (int length = end - LAST_BYTES; length < end; length++) {
      assertRefused(bytes, length);
    }
  }

  private void assertRefused(byte[] bytes, int length) {
    byte[] beginning = Arrays.copyOf(bytes, length);
    for (LumaSource any : new LumaSource[] {source, pure}) {
      DecodeOutcome outcome = any.decode(beginning);
      assertThat(outcome).as("%d bytes", length).isInstanceOf(Undecodable.class);
      assertThat(((Undecodable) outcome).cause())
          .as("%d bytes: %s", length, outcome)
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

  /// Returns where the bytes of the picture end: behind it come GIF's trailer and, in the TIFF, the
  /// values of tags that only tell its white point.
  private static int pictureEnd(VectorFile file, byte[] bytes) {
    if (file.name().endsWith("tiff")) {
      return 61_722;
    }
    return file.name().endsWith("gif") ? bytes.length - 1 : bytes.length;
  }
}
