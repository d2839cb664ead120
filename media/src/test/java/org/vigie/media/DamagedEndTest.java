package org.vigie.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.media.DecodeOutcome.Cause;

/// Files whose pixels are all there, with one defect behind them.
class DamagedEndTest {
  private static final byte[] ROWS = {0, 1, 2, 3, 4, 0, 50, 60, 70, 80, 0, 9, 8, 7, 6};
  private static final byte[] DEFLATED = Bytes.deflated(ROWS);
  private static final byte[] PNG = Bytes.png(4, 3, DEFLATED);
  private static final int IEND = 12;
  private static final int CRC = 4;
  private static final int ADLER = 4;

  static Stream<Arguments> defects() {
    return Stream.of(pngs(), jpegs(), gifs(), bmps()).flatMap(files -> files);
  }

  private static Arguments of(String defect, byte[] file, byte[] whole) {
    return Arguments.of(defect, file, whole);
  }

  private static byte[] without(byte[] file, int lastBytes) {
    return Arrays.copyOf(file, file.length - lastBytes);
  }

  private static byte[] flipped(byte[] file, int at) {
    byte[] damaged = file.clone();
    damaged[at] ^= 1;
    return damaged;
  }

  private static Stream<Arguments> pngs() {
    byte[] noEnd = without(PNG, IEND);
    return Stream.of(
        of("png without IEND", noEnd, PNG),
        of("png cut in IEND", without(PNG, 5), PNG),
        of("png with a wrong checksum of IEND", flipped(PNG, PNG.length - 1), PNG),
        of("png cut in the checksum of IDAT", without(noEnd, 2), PNG),
        of("png cut in the checksum of zlib", without(noEnd, CRC + 2), PNG),
        of(
            "png with a text chunk that reaches beyond the file",
            new Bytes().bytes(noEnd).be32(99).text("tEXt").toArray(),
            PNG),
        of(
            "png with zeros behind IDAT",
            new Bytes().bytes(noEnd).bytes(new byte[40]).toArray(),
            PNG));
  }

  private static Stream<Arguments> jpegs() {
    return Stream.of("photo-gray.jpg", "photo-444.jpg").flatMap(DamagedEndTest::jpegs);
  }

  private static Stream<Arguments> jpegs(String name) {
    byte[] whole = VectorFile.named(name).bytes();
    byte[] noEnd = without(whole, 2);
    return Stream.of(
        of(name + " without EOI", noEnd, whole),
        of(name + " cut in EOI", without(whole, 1), whole),
        of(name + " with zeros for EOI", new Bytes().bytes(noEnd).u8(0, 0).toArray(), whole),
        of(
            name + " with many zeros for EOI",
            new Bytes().bytes(noEnd).bytes(new byte[4096]).toArray(),
            whole));
  }

  private static Stream<Arguments> gifs() {
    byte[] whole = Bytes.gif(8, 8, 2, 2, 4, 4);
    return Stream.of(
        of("gif without trailer", without(whole, 1), whole),
        of("gif without terminator", without(whole, 2), whole),
        of("gif cut in its end code", without(whole, 3), whole),
        of("gif on a screen too small", Bytes.gif(3, 2, 1, 2, 4, 4), Bytes.gif(5, 6, 1, 2, 4, 4)),
        of("gif on an empty screen", Bytes.gif(0, 0, 0, 0, 4, 4), Bytes.gif(4, 4, 0, 0, 4, 4)));
  }

  private static Stream<Arguments> bmps() {
    byte[] runs = runs(8, 1).u8(3, 1, 0, 0, 3, 2, 0, 1).toArray();
    byte[] nibbles = runs(4, 2).u8(3, 0x11, 0, 0, 3, 0x22, 0, 1).toArray();
    byte[] plain = Bytes.bmpStart(1, 2, 24, 0).u8(10, 20, 30, 0, 40, 50, 60, 0).toArray();
    return Stream.of(
        of("bmp of 8-bit runs without end", without(runs, 2), runs),
        of("bmp of 8-bit runs cut in the end", without(runs, 1), runs),
        of("bmp of 4-bit runs without end", without(nibbles, 2), nibbles),
        of("bmp without its last padding", without(plain, 1), plain));
  }

  /// Returns the start of a BMP of 3x2 with a palette of black, grey 100 and white.
  private static Bytes runs(int bits, int compression) {
    return new Bytes()
        .text("BM")
        .le32(0, 0, 66)
        .le32(40, 3, 2)
        .le16(1, bits)
        .le32(compression, 0, 0, 0, 3, 0)
        .u8(0, 0, 0, 0, 100, 100, 100, 0, 255, 255, 255, 0);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("defects")
  void decode_defect_behind_the_pixels_changes_nothing(String defect, byte[] file, byte[] whole) {
    LumaSource[] sources = {
      LumaSources.inProcess(), LumaSources.withoutNatives(MediaSettings.DEFAULT)
    };
    for (LumaSource source : sources) {
      assertThat(Outcomes.samples(Outcomes.decode(source, file)))
          .as("%s by %s", defect, source)
          .isEqualTo(Outcomes.samples(Outcomes.decode(source, whole)));
    }
  }

  @Test
  void decode_png_without_its_end_has_the_samples_written() {
    assertThat(Outcomes.samples(Outcomes.decode(LumaSources.inProcess(), without(PNG, IEND))))
        .containsExactly(new float[] {1, 2, 3, 4, 50, 60, 70, 80, 9, 8, 7, 6}, within(0.001f));
  }

  @Test
  void decode_png_whose_zlib_checksum_alone_vouches_and_is_wrong_is_malformed() {
    byte[] cut = without(PNG, IEND + CRC);
    Outcomes.assertCause(
        Outcomes.decode(LumaSources.inProcess(), flipped(cut, cut.length - 1)), Cause.MALFORMED);
  }

  @Test
  void decode_png_cut_in_its_last_row_is_truncated() {
    byte[] cut = without(PNG, IEND + CRC + ADLER + 3);
    Outcomes.assertCause(Outcomes.decode(LumaSources.inProcess(), cut), Cause.TRUNCATED);
  }

  @Test
  void decode_gif_frame_beyond_its_screen_counts_against_the_cap() {
    LumaSource source = LumaSources.inProcess(new MediaSettings(29));
    Outcomes.assertCause(
        Outcomes.decode(source, Bytes.gif(3, 2, 1, 2, 4, 4)), Cause.TOO_MANY_PIXELS);
  }

  @Test
  void decode_jpeg_with_zeros_for_its_second_half_is_truncated() {
    byte[] photo = VectorFile.named("photo-gray.jpg").bytes();
    Arrays.fill(photo, photo.length / 2, photo.length, (byte) 0);
    for (LumaSource source :
        new LumaSource[] {LumaSources.inProcess(), LumaSources.withoutNatives(MediaSettings.DEFAULT)
        }) {
      Outcomes.assertCause(Outcomes.decode(source, photo), Cause.TRUNCATED);
    }
  }
}
