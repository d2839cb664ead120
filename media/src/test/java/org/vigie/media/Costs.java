package org.vigie.media;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.zip.Deflater;
import org.vigie.fingerprint.PdqHasher;

/// Prints how many seconds of CPU the worst files of each format cost that we know to make, hashing
/// included. A program, not a test: figures are measured, never asserted.
///
/// ```
/// java -cp … org.vigie.media.Costs [rounds]
/// ```
final class Costs {
  private static final int MEGABYTE = 1 << 20;

  private Costs() {}

  private record Bomb(String name, Supplier<byte[]> file) {}

  public static void main(String[] arguments) {
    int rounds = arguments.length == 0 ? 2 : Integer.parseInt(arguments[0]);
    for (Bomb bomb : bombs()) {
      measure(bomb, rounds);
    }
  }

  private static void measure(Bomb bomb, int rounds) {
    byte[] file = bomb.file.get();
    String line = "";
    for (int round = 0; round < rounds; round++) {
      long began = cpu();
      DecodeOutcome outcome = Outcomes.decode(LumaSources.inProcess(), file);
      long decoded = cpu();
      String end = "?";
      if (outcome instanceof DecodeOutcome.Decoded picture) {
        new PdqHasher().hashOrientations(picture.luma());
        end = picture.width() + " x " + picture.height();
      } else if (outcome instanceof DecodeOutcome.Undecodable none) {
        end = none.toString();
      }
      line = String.format(
          "%-34s %,12d bytes  decode %6.2f s  hash %6.2f s  %s",
          bomb.name, file.length, (decoded - began) / 1e9, (cpu() - decoded) / 1e9, end);
    }
    System.out.println(line);
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static List<Bomb> bombs() {
    List<Bomb> bombs = new ArrayList<>();
    bombs.add(new Bomb("png grey 10000x10000", () -> png(10_000, 10_000, 0, 1, 0)));
    bombs.add(new Bomb("png rgb 10000x10000", () -> png(10_000, 10_000, 2, 3, 0)));
    bombs.add(new Bomb("png rgb paeth 10000x10000", () -> png(10_000, 10_000, 2, 3, 4)));
    bombs.add(new Bomb("png rgba16 paeth 10000x10000", () -> png16(10_000, 10_000)));
    bombs.add(new Bomb("png rgb 1525x65535", () -> png(1_525, 65_535, 2, 3, 4)));
    bombs.add(new Bomb("png rgb 65535x1525", () -> png(65_535, 1_525, 2, 3, 4)));
    bombs.add(new Bomb("png 100 MB of texts", () -> chunks("tEXt", 100 * MEGABYTE)));
    bombs.add(new Bomb("png 100 MB of empty data", () -> chunks("IDAT", 100 * MEGABYTE)));
    bombs.add(
        new Bomb("gif 10000x10000 canvas", () -> padded(Bytes.gif(10_000, 10_000, 0, 0, 4, 4))));
    bombs.add(new Bomb("gif 10000x10000 frame", () -> gif(10_000, 10_000)));
    bombs.add(new Bomb("gif 100 MB of blocks", () -> gifBlocks(100 * MEGABYTE)));
    bombs.add(new Bomb("gif 100 MB of clear codes", () -> gifClear(100 * MEGABYTE)));
    bombs.add(new Bomb("bmp rle 10000x10000", () -> bmpRuns(10_000, 10_000)));
    bombs.add(new Bomb("bmp 100 MB of jumps", () -> bmpJumps(100 * MEGABYTE)));
    bombs.add(new Bomb(
        "bmp 32 bits 5000x5000",
        () -> Bytes.bmpStart(5_000, 5_000, 32, 0).bytes(new byte[100_000_000]).toArray()));
    bombs.add(new Bomb("tiff deflate rgb16 10000x10000", () -> tiff(10_000, 10_000, 3, 16)));
    bombs.add(new Bomb("tiff deflate rgba16 assoc", () -> tiffAlpha(10_000, 10_000)));
    bombs.add(new Bomb("tiff 65535 lzw tiles", () -> tiffTiles(5, 100)));
    bombs.add(new Bomb("tiff 65535 deflate tiles", () -> tiffTiles(8, 100)));
    bombs.add(new Bomb("webp lossless 3162x3162, 40 bytes", () -> webp(3_162, 3_162, 0)));
    bombs.add(new Bomb("webp lossless 10000x10000", () -> webp(10_000, 10_000, 400_000)));
    bombs.add(new Bomb("jpeg progressive 4096 20 scans", () -> jpeg(4_096, 4_096, 20)));
    bombs.add(new Bomb("jpeg progressive 10000 20 scans", () -> jpeg(10_000, 10_000, 20)));
    bombs.add(new Bomb("jpeg progressive 5500 64 scans", () -> jpeg(5_500, 5_500, 64)));
    return bombs;
  }

  private static byte[] padded(byte[] file) {
    return Arrays.copyOf(file, Math.max(file.length, 400_000));
  }

  private static byte[] png(int width, int height, int type, int channels, int filter) {
    byte[] row = new byte[1 + channels * width];
    row[0] = (byte) filter;
    return pngOf(width, height, 8, type, row);
  }

  private static byte[] png16(int width, int height) {
    byte[] row = new byte[1 + 8 * width];
    row[0] = 4;
    return pngOf(width, height, 16, 6, row);
  }

  private static byte[] pngOf(int width, int height, int bits, int type, byte[] row) {
    byte[] header = new Bytes().be32(width).be32(height).u8(bits, type, 0, 0, 0).toArray();
    return padded(new Bytes()
        .text("\u0089PNG\r\n\u001a\n")
        .chunk("IHDR", header)
        .chunk("IDAT", deflated(row, height))
        .chunk("IEND", new byte[0])
        .toArray());
  }

  private static byte[] deflated(byte[] row, int times) {
    Deflater deflater = new Deflater(9);
    Bytes out = new Bytes();
    byte[] buffer = new byte[1 << 16];
    for (int i = 0; i < times; i++) {
      deflater.setInput(row);
      if (i == times - 1) {
        deflater.finish();
      }
      int count;
      while ((count = deflater.deflate(buffer)) > 0) {
        out.bytes(Arrays.copyOf(buffer, count));
      }
    }
    deflater.end();
    return out.toArray();
  }

  private static byte[] repeated(byte[] piece, int length) {
    byte[] all = new byte[length / piece.length * piece.length];
    for (int at = 0; at < all.length; at += piece.length) {
      System.arraycopy(piece, 0, all, at, piece.length);
    }
    return all;
  }

  private static byte[] chunks(String type, int length) {
    return new Bytes()
        .bytes(Arrays.copyOf(Bytes.png(4, 4, new byte[20]), 33))
        .bytes(repeated(new Bytes().chunk(type, new byte[0]).toArray(), length))
        .toArray();
  }

  private static byte[] gifBlocks(int length) {
    return new Bytes()
        .text("GIF89a")
        .le16(4, 4)
        .u8(0, 0, 0)
        .bytes(repeated(new byte[] {0x21, 1, 0}, length))
        .toArray();
  }

  private static byte[] gifClear(int length) {
    byte[] codes = new byte[length];
    Arrays.fill(codes, (byte) 0xaa);
    for (int at = 0; at < codes.length; at += 256) {
      codes[at] = (byte) 255;
    }
    return Bytes.gifStart(4, 4, 0, 0, 4, 4).u8(1).bytes(codes).toArray();
  }

  /// Strings that grow by one: each code names the string being made.
  private static byte[] gif(int width, int height) {
    Bytes codes = new Bytes();
    long pixels = (long) width * height;
    long bits = 0;
    int count = 0;
    long made = 0;
    int next = 258;
    int length = 0;
    while (made < pixels) {
      int code;
      int size = next >= 4096 ? 12 : Math.max(9, 32 - Integer.numberOfLeadingZeros(next));
      if (length == 0) {
        code = 1;
      } else {
        code = Math.min(next, 4095);
      }
      length = Math.min(length + 1, 3_838);
      made += length;
      bits |= (long) code << count;
      count += size;
      if (length > 1 && next < 4096) {
        next++;
      }
      while (count >= 8) {
        codes.u8((int) bits & 0xff);
        bits >>>= 8;
        count -= 8;
      }
    }
    codes.u8((int) bits & 0xff, 0, 0);
    byte[] data = codes.toArray();
    Bytes file = Bytes.gifStart(width, height, 0, 0, width, height).u8(8);
    for (int at = 0; at < data.length; at += 255) {
      int block = Math.min(255, data.length - at);
      file.u8(block).bytes(Arrays.copyOfRange(data, at, at + block));
    }
    return padded(file.u8(0, 0x3b).toArray());
  }

  private static byte[] bmpRuns(int width, int height) {
    byte[] row = new byte[2 * Math.ceilDiv(width, 255)];
    for (int at = 0, x = 0; at < row.length; at += 2, x += 255) {
      row[at] = (byte) Math.min(255, width - x);
    }
    Bytes file = Bytes.bmpStart(width, height, 8, 1);
    for (int y = 0; y < height; y++) {
      file.bytes(row).u8(0, 0);
    }
    return file.u8(0, 1).toArray();
  }

  private static byte[] bmpJumps(int length) {
    return Bytes.bmpStart(4, 4, 8, 1)
        .bytes(repeated(new byte[] {0, 2, 0, 0}, length))
        .toArray();
  }

  private static byte[] tiff(int width, int height, int samples, int bits) {
    byte[] data = deflated(new byte[width * samples * bits / 8], height);
    return padded(Bytes.tiff(
        width,
        height,
        8,
        data,
        new int[] {277, 3, 1, samples},
        new int[] {258, 3, 1, bits},
        new int[] {262, 3, 1, 2},
        new int[] {317, 3, 1, 2}));
  }

  private static byte[] tiffAlpha(int width, int height) {
    byte[] row = new byte[8 * width];
    Arrays.fill(row, (byte) 77);
    byte[] data = deflated(row, height);
    return padded(Bytes.tiff(
        width,
        height,
        8,
        data,
        new int[] {277, 3, 1, 4},
        new int[] {258, 3, 1, 16},
        new int[] {262, 3, 1, 2},
        new int[] {338, 3, 1, 1}));
  }

  /// 255 x 257 tiles, each with data of its own.
  private static byte[] tiffTiles(int compression, int each) {
    int across = 255;
    int tiles = across * 257;
    byte[] packed = compression == 8 ? Bytes.deflated(new byte[256]) : new byte[each];
    Bytes data = new Bytes();
    int base = 8;
    for (int i = 0; i < tiles; i++) {
      data.bytes(packed);
    }
    int offsets = base + tiles * packed.length;
    for (int i = 0; i < tiles; i++) {
      data.le32(base + i * packed.length);
    }
    for (int i = 0; i < tiles; i++) {
      data.le32(packed.length);
    }
    return Bytes.tiff(
        across * 16,
        257 * 16,
        compression,
        data.toArray(),
        new int[] {322, 4, 1, 16},
        new int[] {323, 4, 1, 16},
        new int[] {324, 4, tiles, offsets},
        new int[] {325, 4, tiles, offsets + 4 * tiles});
  }

  /// One colour: five codes of one symbol, nothing more.
  private static byte[] webp(int width, int height, int padding) {
    long bits = 0;
    int at = 0;
    at += 3; // no transform, no colour cache, no meta codes
    for (int code = 0; code < 5; code++) {
      bits |= 1L << at; // simple, one symbol of one bit: 0
      at += 4;
    }
    Bytes stream = new Bytes().u8(0x2f).le32(width - 1 | height - 1 << 14);
    for (int i = 0; i < 8; i++) {
      stream.u8((int) (bits >>> 8 * i) & 0xff);
    }
    return Bytes.webp(new Bytes()
        .bytes(Bytes.webpChunk("VP8L", stream.toArray()))
        .bytes(padding == 0 ? new byte[0] : Bytes.webpChunk("XXXX", new byte[padding]))
        .toArray());
  }

  /// Three components at full size; all scans but the first of each refine nothing, block by block.
  private static byte[] jpeg(int width, int height, int scans) {
    Bytes file = new Bytes().u8(0xff, 0xd8);
    file.u8(0xff, 0xdb).be16(67).u8(0).bytes(repeated(new byte[] {1}, 64));
    file.u8(0xff, 0xc2)
        .be16(17)
        .u8(8)
        .be16(height, width)
        .u8(3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0);
    // One code of one bit: 0 is the end of a block, or a difference of nothing.
    for (int table : new int[] {0, 0x10}) {
      file.u8(0xff, 0xc4)
          .be16(20)
          .u8(table)
          .bytes(new byte[] {1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0})
          .u8(0);
    }
    int blocks = Math.ceilDiv(width, 8) * Math.ceilDiv(height, 8);
    file.u8(0xff, 0xda)
        .be16(12)
        .u8(3, 1, 0, 2, 0, 3, 0, 0, 0, 0)
        .bytes(new byte[3 * blocks / 8 + 1]);
    for (int scan = 1; scan < scans; scan++) {
      int component = scan % 3 + 1;
      int index = 1 + scan / 3;
      file.u8(0xff, 0xda)
          .be16(8)
          .u8(1, component, 0, index, index, 0)
          .bytes(new byte[blocks / 8 + 1]);
    }
    return file.u8(0xff, 0xd9).toArray();
  }
}
