package org.vigie.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.media.DecodeOutcome.Cause;

/// Files that would make much work of few bytes, one kind each, and the limits that refuse them.
class BombsTest {
  private static final byte[] NOTHING = {};

  private final LumaSource source = LumaSources.inProcess();
  private final LumaSource pure = LumaSources.withoutNatives(MediaSettings.DEFAULT);

  static Stream<Arguments> bombs() {
    return Stream.of(sides(), densities(), parts(), colourless()).flatMap(kinds -> kinds);
  }

  private static Arguments of(String kind, Cause cause, byte[] file) {
    return Arguments.of(kind, cause, file);
  }

  /// Long sides, in files that are long enough otherwise.
  private static Stream<Arguments> sides() {
    byte[] row = new byte[70_000];
    return Stream.of(
        of("png 65,536 wide", Cause.TOO_MANY_PIXELS, Bytes.png(65_536, 1, Bytes.deflated(row))),
        of("png 65,536 high", Cause.TOO_MANY_PIXELS, Bytes.png(1, 65_536, Bytes.deflated(row))),
        of("tiff 65,536 wide", Cause.TOO_MANY_PIXELS, Bytes.tiff(65_536, 1, 1, row)),
        of("tiff 65,536 high", Cause.TOO_MANY_PIXELS, Bytes.tiff(1, 65_536, 1, row)),
        of("bmp 65,536 high", Cause.TOO_MANY_PIXELS, bmp(1, 65_536)),
        of("bmp 65,536 high, top down", Cause.TOO_MANY_PIXELS, bmp(1, -65_536)));
  }

  private static byte[] bmp(int width, int height) {
    return Bytes.bmpStart(width, height, 24, 0).bytes(new byte[4 * 65_536]).toArray();
  }

  /// More than ten million pixels in a few bytes.
  private static Stream<Arguments> densities() {
    byte[] codes = {0};
    byte[] frame = new Bytes()
        .u8(0xff, 0xd8, 0xff, 0xc0)
        .be16(11)
        .u8(8)
        .be16(9_500, 9_500)
        .u8(1, 1, 0x11, 0, 0xff, 0xd9)
        .toArray();
    byte[] vp8l = new Bytes().u8(0x2f).le32(9_499 | 9_499 << 14).toArray();
    return Stream.of(
        of("png 90 MP", Cause.TOO_MANY_PIXELS, Bytes.png(9_500, 9_500, codes)),
        of("gif 90 MP", Cause.TOO_MANY_PIXELS, Bytes.gif(9_500, 9_500, 0, 0, 4, 4)),
        of(
            "gif frame of 90 MP",
            Cause.TOO_MANY_PIXELS,
            Bytes.gifStart(4, 4, 0, 0, 9_500, 9_500).u8(2, 1, 0, 0).toArray()),
        of(
            "bmp 90 MP of runs",
            Cause.TOO_MANY_PIXELS,
            Bytes.bmpStart(9_500, 9_500, 8, 1).u8(0, 1).toArray()),
        of("tiff 90 MP", Cause.TOO_MANY_PIXELS, Bytes.tiff(9_500, 9_500, 8, codes)),
        of("jpeg 90 MP", Cause.TOO_MANY_PIXELS, frame),
        of("webp 90 MP", Cause.TOO_MANY_PIXELS, Bytes.webp(Bytes.webpChunk("VP8L", vp8l))));
  }

  /// Files with many parts, each with a cost.
  private static Stream<Arguments> parts() {
    byte[] grey = new byte[1 << 20];
    byte[] table = new Bytes().u8(0xff, 0xdb).be16(67).bytes(new byte[65]).toArray();
    Bytes tables =
        new Bytes().u8(0xff, 0xd8, 0xff, 0xc0).be16(11).u8(8).be16(8, 8).u8(1, 1, 0x11, 0);
    for (int i = 0; i < 16_000; i++) {
      tables.bytes(table);
    }
    return Stream.of(
        of(
            "tiff of 65,536 tiles",
            Cause.UNSUPPORTED,
            Bytes.tiff(256, 256, 5, grey, new int[] {322, 4, 1, 1}, new int[] {323, 4, 1, 1})),
        of(
            "tiff of 16 samples of 16 bits",
            Cause.UNSUPPORTED,
            Bytes.tiff(
                9_500,
                9_500,
                5,
                grey,
                new int[] {277, 3, 1, 16},
                new int[] {258, 3, 1, 16},
                new int[] {262, 3, 1, 2})),
        of("jpeg of 16,000 tables", Cause.UNSUPPORTED, tables.toArray()));
  }

  /// Pictures that would be black because they state no colour.
  private static Stream<Arguments> colourless() {
    byte[] noTable = Bytes.gif(4, 4, 0, 0, 4, 4);
    byte[] without = new Bytes()
        .bytes(Arrays.copyOf(noTable, 10))
        .u8(0)
        .bytes(Arrays.copyOfRange(noTable, 11, 13))
        .bytes(Arrays.copyOfRange(noTable, 19, noTable.length))
        .toArray();
    return Stream.of(
        of("gif without colours", Cause.MALFORMED, without),
        of("png of colours beyond its palette", Cause.MALFORMED, indexedPng()),
        of("bmp offset in the palette", Cause.MALFORMED, indexedBmp(58, 0, 16, 1)),
        of(
            "bmp offset at the palette, too short for both",
            Cause.MALFORMED,
            indexedBmp(54, 0, 0, 0)),
        of("bmp runs that begin at the palette", Cause.MALFORMED, indexedBmp(54, 1, 1_024, 0)),
        of("bmp of colours beyond its palette", Cause.MALFORMED, indexedBmp(1_078, 0, 1_024, 200)),
        of("bmp offset in the header", Cause.MALFORMED, indexedBmp(53, 0, 1_024, 0)),
        of("bmp offset in the masks", Cause.MALFORMED, masked(54)),
        of("bmp offset beyond the file", Cause.TRUNCATED, masked(60_000)));
  }

  /// Returns a BMP of 4 x 4 pixels of 8 bits, with 100 colours stated.
  private static byte[] indexedBmp(int offset, int compression, int palette, int index) {
    byte[] pixels = new byte[16];
    Arrays.fill(pixels, (byte) index);
    return new Bytes()
        .text("BM")
        .le32(0, 0, offset)
        .le32(40, 4, 4)
        .le16(1, 8)
        .le32(compression, 0, 0, 0, 100, 0)
        .bytes(new byte[palette])
        .bytes(pixels)
        .toArray();
  }

  private static byte[] masked(int offset) {
    return new Bytes()
        .text("BM")
        .le32(0, 0, offset)
        .le32(40, 2, 2)
        .le16(1, 32)
        .le32(3, 0, 0, 0, 0, 0)
        .le32(0xff0000, 0xff00, 0xff)
        .bytes(new byte[64])
        .toArray();
  }

  private static byte[] indexedPng() {
    byte[] header = new Bytes().be32(2).be32(2).u8(8, 3, 0, 0, 0).toArray();
    byte[] rows = {0, 7, 8, 0, 9, 10};
    return new Bytes()
        .text("\u0089PNG\r\n\u001a\n")
        .chunk("IHDR", header)
        .chunk("PLTE", new byte[6])
        .chunk("IDAT", Bytes.deflated(rows))
        .chunk("IEND", NOTHING)
        .toArray();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("bombs")
  void decode_bomb_isRefused(String kind, Cause cause, byte[] file) {
    if (LumaSources.hasNatives()) {
      Outcomes.assertCause(Outcomes.decode(source, file), cause);
    }
    Outcomes.assertCause(Outcomes.decode(pure, file), cause);
  }

  @Test
  void decode_longestSide_isRead() {
    byte[] file = Bytes.png(1, 65_535, Bytes.deflated(new byte[2 * 65_535]));
    assertThat(Outcomes.decoded(Outcomes.decode(source, file)).height()).isEqualTo(65_535);
  }

  @Test
  void decode_tenMillionPixelsOfOneColour_areRead() {
    byte[] file = Bytes.png(10_000, 1_000, Bytes.deflated(new byte[10_001 * 1_000]));
    assertThat(file.length).isLessThan(20_000);
    assertThat(Outcomes.decoded(Outcomes.decode(source, file)).width()).isEqualTo(10_000);
  }
}
