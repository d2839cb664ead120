package org.vigie.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.media.DecodeOutcome.Cause;

/// Files with one defect each.
class HostileFilesTest {
  private static final byte[] NOTHING = {};
  private static final byte[] GREY_4X4 = Bytes.deflated(new byte[4 * 5]);

  private final LumaSource source = LumaSources.inProcess();
  private final LumaSource pure = LumaSources.withoutNatives(MediaSettings.DEFAULT);

  static Stream<Arguments> defects() {
    return Stream.of(
            beginnings(), bombs(), emptiness(), pngs(), gifs(), bmps(), tiffs(), jpegs(), webps())
        .flatMap(files -> files);
  }

  private static Arguments of(String defect, Cause cause, byte[] file) {
    return Arguments.of(defect, cause, file);
  }

  private static Stream<Arguments> beginnings() {
    return Stream.of(
        of("no bytes", Cause.EMPTY, NOTHING),
        of("one byte", Cause.UNKNOWN_FORMAT, new byte[1]),
        of("text", Cause.UNKNOWN_FORMAT, "not a photo".getBytes(StandardCharsets.UTF_8)),
        of("jpeg magic only", Cause.TRUNCATED, new Bytes().u8(0xff, 0xd8, 0xff).toArray()),
        of("bmp magic only", Cause.TRUNCATED, new Bytes().text("BM").toArray()),
        of("gif magic only", Cause.TRUNCATED, new Bytes().text("GIF89a").toArray()),
        of("bigtiff", Cause.UNSUPPORTED, new Bytes().text("II+\0").toArray()));
  }

  private static Stream<Arguments> bombs() {
    byte[] vp8l = Bytes.webpChunk("VP8L", new Bytes().u8(0x2f).le32(0x0fff_fffe).toArray());
    byte[] canvas = Bytes.webpCanvas(1 << 24, 1 << 24);
    return Stream.of(
        of("png 40000", Cause.TOO_MANY_PIXELS, Bytes.png(40_000, 40_000, GREY_4X4)),
        of("png max", Cause.TOO_MANY_PIXELS, Bytes.png(-1 >>> 1, -1 >>> 1, GREY_4X4)),
        of("gif 65535", Cause.TOO_MANY_PIXELS, Bytes.gif(65_535, 65_535, 0, 0, 4, 4)),
        of("webp 16383", Cause.TOO_MANY_PIXELS, Bytes.webp(vp8l)),
        of("webp canvas", Cause.TOO_MANY_PIXELS, Bytes.webp(canvas)),
        of("tiff 2^31", Cause.TOO_MANY_PIXELS, Bytes.tiff(1 << 31, 1 << 31, 1, new byte[4])),
        of("tiff 2^32-1", Cause.TOO_MANY_PIXELS, Bytes.tiff(-1, -1, 1, new byte[4])),
        of("bmp min height", Cause.TOO_MANY_PIXELS, bmp(1, Integer.MIN_VALUE, 24, 0)),
        of("bmp min both", Cause.MALFORMED, bmp(Integer.MIN_VALUE, Integer.MIN_VALUE, 24, 0)),
        of("bmp negative width", Cause.MALFORMED, bmp(-4, 4, 24, 0)),
        of("jpeg 65535", Cause.TOO_MANY_PIXELS, jpeg(frame(65_535, 65_535, 3, 0xc0))),
        of("jpeg 10000x10001", Cause.TOO_MANY_PIXELS, jpeg(frame(10_000, 10_001, 1, 0xc2))));
  }

  private static Stream<Arguments> emptiness() {
    return Stream.of(
        of("png no rows", Cause.MALFORMED, Bytes.png(4, 0, GREY_4X4)),
        of("gif no columns", Cause.MALFORMED, Bytes.gif(0, 4, 0, 0, 0, 0)),
        of("gif empty frame", Cause.MALFORMED, Bytes.gif(4, 4, 0, 0, 0, 4)),
        of("bmp no rows", Cause.MALFORMED, bmp(4, 0, 24, 0)),
        of("tiff no rows", Cause.MALFORMED, Bytes.tiff(4, 0, 1, new byte[4])),
        of("jpeg no rows", Cause.MALFORMED, jpeg(frame(4, 0, 3, 0xc0))));
  }

  private static Stream<Arguments> pngs() {
    byte[] good = Bytes.png(4, 4, GREY_4X4);
    byte[] checksum = good.clone();
    checksum[29] ^= 1;
    byte[] order = new Bytes()
        .bytes(Arrays.copyOf(good, 33))
        .chunk("IDAT", Arrays.copyOf(GREY_4X4, 5))
        .chunk("tEXt", new byte[3])
        .chunk("IDAT", Arrays.copyOfRange(GREY_4X4, 5, GREY_4X4.length))
        .chunk("IEND", NOTHING)
        .toArray();
    byte[] unknown =
        new Bytes().bytes(Arrays.copyOf(good, 33)).chunk("CgBI", new byte[4]).toArray();
    return Stream.of(
        of("png 9 MP, no data", Cause.MALFORMED, Bytes.png(3_000, 3_000, GREY_4X4)),
        of("png short data", Cause.MALFORMED, Bytes.png(4, 5, GREY_4X4)),
        of("png bad filter", Cause.MALFORMED, Bytes.png(1, 1, Bytes.deflated(new byte[] {5, 0}))),
        of("png damaged data", Cause.MALFORMED, Bytes.png(4, 4, new byte[20])),
        of("png checksum", Cause.MALFORMED, checksum),
        of("png split data", Cause.MALFORMED, order),
        of("png critical chunk", Cause.UNSUPPORTED, unknown));
  }

  private static Stream<Arguments> gifs() {
    byte[] good = Bytes.gif(8, 8, 2, 2, 4, 4);
    byte[] codes = Bytes.gifStart(4, 4, 0, 0, 4, 4).u8(2, 1, 0x3c, 0, 0x3b).toArray();
    byte[] none = new Bytes().bytes(Arrays.copyOf(good, 19)).u8(0x3b).toArray();
    return Stream.of(
        of(
            "gif huge frame",
            Cause.TOO_MANY_PIXELS,
            Bytes.gifStart(4, 4, 0, 0, 65_535, 65_535).u8(2, 1, 0, 0).toArray()),
        of(
            "gif 9 MP of nothing",
            Cause.MALFORMED,
            Bytes.gifStart(3_000, 3_000, 0, 0, 3_000, 3_000).u8(2, 1, 0, 0).toArray()),
        of(
            "gif data end early",
            Cause.MALFORMED,
            Bytes.gifStart(4, 4, 0, 0, 4, 4).u8(2, 2, 0x4c, 0x01, 0, 0x3b).toArray()),
        of("gif undefined code", Cause.MALFORMED, codes),
        of(
            "gif code size",
            Cause.MALFORMED,
            Bytes.gifStart(4, 4, 0, 0, 4, 4).u8(12, 1, 0, 0).toArray()),
        of("gif no frame", Cause.MALFORMED, none));
  }

  private static byte[] bmp(int width, int height, int bits, int compression) {
    return Bytes.bmpStart(width, height, bits, compression).bytes(new byte[64]).toArray();
  }

  private static Stream<Arguments> bmps() {
    return Stream.of(
        of("bmp 9 MP of nothing", Cause.TRUNCATED, bmp(3_000, 3_000, 24, 0)),
        of("bmp jpeg inside", Cause.UNSUPPORTED, bmp(4, 4, 0, 4)),
        of("bmp png inside", Cause.UNSUPPORTED, bmp(4, 4, 0, 5)),
        of("bmp odd depth", Cause.UNSUPPORTED, bmp(4, 4, 7, 0)),
        of("bmp empty mask", Cause.MALFORMED, bmp(4, 3, 32, 3)),
        of(
            "bmp runs without end",
            Cause.TRUNCATED,
            Bytes.bmpStart(4, 4, 8, 1).u8(4, 0, 0, 0).toArray()),
        of(
            "bmp run beyond row",
            Cause.MALFORMED,
            Bytes.bmpStart(4, 4, 8, 1).u8(5, 0, 0, 1).toArray()),
        of(
            "bmp jump beyond picture",
            Cause.MALFORMED,
            Bytes.bmpStart(4, 4, 8, 1).u8(0, 2, 9, 9, 0, 1).toArray()),
        of(
            "bmp 9 MP of runs",
            Cause.MALFORMED,
            Bytes.bmpStart(3_000, 3_000, 8, 1).u8(0, 1).toArray()));
  }

  private static Stream<Arguments> tiffs() {
    byte[] grey = new byte[16];
    byte[] noDirectory = new Bytes().text("II*\0").le32(1 << 30).toArray();
    return Stream.of(
        of("tiff no directory", Cause.TRUNCATED, noDirectory),
        of("tiff short strip", Cause.MALFORMED, Bytes.tiff(4, 5, 1, grey)),
        of("tiff 9 MP strip", Cause.MALFORMED, Bytes.tiff(3_000, 3_000, 8, grey)),
        of("tiff short deflate", Cause.MALFORMED, Bytes.tiff(4, 5, 8, Bytes.deflated(grey))),
        of("tiff short lzw", Cause.MALFORMED, Bytes.tiff(4, 5, 5, new byte[] {
          (byte) 0x80, 0x00, 0x40, 0x40
        })),
        of("tiff short packbits", Cause.MALFORMED, Bytes.tiff(4, 5, 32_773, new byte[] {-15, 1})),
        of("tiff jpeg", Cause.UNSUPPORTED, Bytes.tiff(4, 4, 7, grey)),
        of("tiff fax", Cause.UNSUPPORTED, Bytes.tiff(4, 4, 4, grey)),
        of("tiff shared strips", Cause.MALFORMED, sharedStrips()),
        of("tiff predictor", Cause.UNSUPPORTED, Bytes.tiff(4, 4, 1, grey, new int[] {317, 3, 1, 3
        })),
        of("tiff floats", Cause.UNSUPPORTED, Bytes.tiff(4, 4, 1, grey, new int[] {339, 3, 1, 3})),
        of(
            "tiff huge tiles",
            Cause.UNSUPPORTED,
            Bytes.tiff(4, 4, 1, grey, new int[] {322, 4, 1, -1}, new int[] {323, 4, 1, -1})),
        of(
            "tiff empty tiles",
            Cause.MALFORMED,
            Bytes.tiff(4, 4, 1, grey, new int[] {322, 4, 1, 0}, new int[] {323, 4, 1, 16})),
        of("tiff empty strips", Cause.MALFORMED, Bytes.tiff(4, 4, 1, grey, new int[] {278, 4, 1, 0
        })),
        of("tiff missing strips", Cause.MALFORMED, Bytes.tiff(4, 4, 1, grey, new int[] {278, 4, 1, 1
        })));
  }

  /// Returns a TIFF of two strips that are the same 160 bytes, more than half of the file.
  private static byte[] sharedStrips() {
    byte[] data = new Bytes().le32(24, 24, 160, 160).bytes(new byte[160]).toArray();
    return Bytes.tiff(
        4, 80, 1, data, new int[] {278, 4, 1, 40}, new int[] {273, 4, 2, 8}, new int[] {
          279, 4, 2, 16
        });
  }

  private static byte[] frame(int width, int height, int components, int marker) {
    Bytes frame = new Bytes().u8(0xff, marker).be16(8 + 3 * components).u8(8);
    frame.be16(height, width).u8(components);
    for (int id = 1; id <= components; id++) {
      frame.u8(id, 0x11, 0);
    }
    return frame.toArray();
  }

  private static byte[] jpeg(byte[]... segments) {
    Bytes file = new Bytes().u8(0xff, 0xd8);
    for (byte[] segment : segments) {
      file.bytes(segment);
    }
    return file.u8(0xff, 0xd9).toArray();
  }

  private static Stream<Arguments> jpegs() {
    byte[] frame = frame(64, 64, 1, 0xc2);
    byte[] scan =
        new Bytes().u8(0xff, 0xda).be16(8).u8(1, 1, 0, 0, 0, 0, 1, 2, 3, 4).toArray();
    byte[][] many = new byte[66][];
    Arrays.fill(many, scan);
    many[0] = frame;
    byte[][] fewer = Arrays.copyOf(many, 31);
    fewer[0] = frame(9_500, 9_500, 1, 0xc2);
    return Stream.of(
        of("jpeg no frame", Cause.MALFORMED, jpeg()),
        of("jpeg scan first", Cause.MALFORMED, jpeg(scan, frame)),
        of("jpeg no scan", Cause.MALFORMED, jpeg(frame)),
        of("jpeg two frames", Cause.MALFORMED, jpeg(frame, frame(8, 8, 1, 0xc0), scan)),
        of(
            "jpeg second image start",
            Cause.MALFORMED,
            jpeg(frame, new Bytes().u8(0xff, 0xd8).toArray(), scan)),
        of("jpeg many scans", Cause.UNSUPPORTED, jpeg(many)),
        of("jpeg many scans of 90 MP", Cause.UNSUPPORTED, padded(jpeg(fewer), 400_000)),
        of("jpeg no tables", Cause.MALFORMED, jpeg(frame, scan)),
        of("jpeg 9 MP of nothing", Cause.MALFORMED, jpeg(frame(3_000, 3_000, 3, 0xc2), scan)),
        of("jpeg arithmetic", Cause.UNSUPPORTED, jpeg(frame(8, 8, 1, 0xc9), scan)),
        of("jpeg lossless", Cause.UNSUPPORTED, jpeg(frame(8, 8, 1, 0xc3), scan)),
        of("jpeg two components", Cause.UNSUPPORTED, jpeg(frame(8, 8, 2, 0xc0), scan)),
        of(
            "jpeg short segment",
            Cause.MALFORMED,
            jpeg(new Bytes().u8(0xff, 0xe1, 0, 1).toArray(), frame, scan)));
  }

  private static byte[] padded(byte[] file, int more) {
    return Arrays.copyOf(file, file.length + more);
  }

  private static Stream<Arguments> webps() {
    byte[] vp8l = Bytes.webpChunk("VP8L", new Bytes().u8(0x2f).le32(3 | 3 << 14).toArray());
    byte[] vp8 = Bytes.webpChunk("VP8 ", new byte[16]);
    byte[] canvas = Bytes.webpCanvas(4, 4);
    byte[] larger = Bytes.webpCanvas(5, 4);
    byte[] good = Bytes.webp(vp8l);
    return Stream.of(
        of("webp vp8 without start code", Cause.MALFORMED, Bytes.webp(vp8)),
        of(
            "webp canvas unlike frame",
            Cause.MALFORMED,
            Bytes.webp(new Bytes().bytes(larger).bytes(vp8l).toArray())),
        of("webp no frame", Cause.MALFORMED, Bytes.webp(canvas)),
        of(
            "webp chunk beyond file",
            Cause.MALFORMED,
            Bytes.webp(new Bytes().text("VP8L").le32(100).u8(0x2f).le32(0).toArray())),
        of("webp shorter than stated", Cause.TRUNCATED, Arrays.copyOf(good, good.length - 1)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("defects")
  void decode_file_with_one_defect_says_which(String defect, Cause cause, byte[] file) {
    if (LumaSources.hasNatives()) {
      Outcomes.assertCause(Outcomes.decode(source, file), cause);
    }
    if (!defect.startsWith("webp")) {
      Outcomes.assertCause(Outcomes.decode(pure, file), cause);
    }
  }

  @Test
  void decode_picture_at_the_cap_is_read_and_above_it_is_not() {
    byte[] file = Bytes.png(4, 4, GREY_4X4);
    assertThat(Outcomes.decode(LumaSources.inProcess(new MediaSettings(16)), file))
        .isInstanceOf(DecodeOutcome.Decoded.class);
    Outcomes.assertCause(
        Outcomes.decode(LumaSources.inProcess(new MediaSettings(15)), file), Cause.TOO_MANY_PIXELS);
  }
}
