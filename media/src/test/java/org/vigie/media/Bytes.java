package org.vigie.media;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// Writes files by hand, byte by byte, as no encoder would.
final class Bytes {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  Bytes text(String text) {
    out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    return this;
  }

  Bytes u8(int... values) {
    for (int value : values) {
      out.write(value);
    }
    return this;
  }

  Bytes le16(int... values) {
    for (int value : values) {
      u8(value, value >> 8);
    }
    return this;
  }

  Bytes le24(int value) {
    return le16(value).u8(value >> 16);
  }

  Bytes le32(int... values) {
    for (int value : values) {
      le16(value, value >> 16);
    }
    return this;
  }

  Bytes be16(int... values) {
    for (int value : values) {
      u8(value >> 8, value);
    }
    return this;
  }

  Bytes be32(int value) {
    return be16(value >> 16, value);
  }

  Bytes bytes(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }

  /// Writes a chunk of PNG with its checksum.
  Bytes chunk(String type, byte[] content) {
    byte[] named = new Bytes().text(type).bytes(content).toArray();
    CRC32 checksum = new CRC32();
    checksum.update(named);
    return be32(content.length).bytes(named).be32((int) checksum.getValue());
  }

  byte[] toArray() {
    return out.toByteArray();
  }

  static byte[] deflated(byte[] bytes) {
    Deflater deflater = new Deflater();
    deflater.setInput(bytes);
    deflater.finish();
    byte[] out = new byte[bytes.length + 64];
    int length = deflater.deflate(out);
    deflater.end();
    return Arrays.copyOf(out, length);
  }

  /// Returns a PNG of 8-bit grey with the given IDAT content.
  static byte[] png(int width, int height, byte[] data) {
    byte[] header = new Bytes().be32(width).be32(height).u8(8, 0, 0, 0, 0).toArray();
    return new Bytes()
        .text("\u0089PNG\r\n\u001a\n")
        .chunk("IHDR", header)
        .chunk("IDAT", data)
        .chunk("IEND", new byte[0])
        .toArray();
  }

  /// Returns a GIF with a black and white table and one frame, all of it index 1.
  static byte[] gif(int width, int height, int left, int top, int frameWidth, int frameHeight) {
    Bytes codes = new Bytes();
    // Codes of three bits: clear, then ones, cleared before the table grows.
    Bytes file = gifStart(width, height, left, top, frameWidth, frameHeight).u8(2);
    int pixels = frameWidth * frameHeight;
    long bits = 0;
    int count = 0;
    for (int i = 0; i < pixels; i++) {
      bits |= (4L | 1L << 3) << count;
      count += 6;
      while (count >= 8) {
        codes.u8((int) bits & 0xff);
        bits >>>= 8;
        count -= 8;
      }
    }
    codes.u8((int) (bits | 5L << count) & 0xff, (int) ((bits | 5L << count) >> 8) & 0xff);
    byte[] data = codes.toArray();
    for (int at = 0; at < data.length; at += 255) {
      int length = Math.min(255, data.length - at);
      file.u8(length).bytes(Arrays.copyOfRange(data, at, at + length));
    }
    return file.u8(0, 0x3b).toArray();
  }

  /// Returns a GIF up to its picture's data.
  static Bytes gifStart(int width, int height, int left, int top, int frameWidth, int frameHeight) {
    return new Bytes()
        .text("GIF89a")
        .le16(width, height)
        .u8(0x80, 0, 0)
        .u8(0, 0, 0, 255, 255, 255)
        .u8(0x2c)
        .le16(left, top, frameWidth, frameHeight)
        .u8(0);
  }

  /// Returns the headers of a BMP of 40 bytes, with a palette of black where it needs one.
  static Bytes bmpStart(int width, int height, int bits, int compression) {
    int palette = bits <= 8 ? 4 << bits : 0;
    return new Bytes()
        .text("BM")
        .le32(0, 0, 54 + palette)
        .le32(40, width, height)
        .le16(1, bits)
        .le32(compression, 0, 0, 0, 0, 0)
        .bytes(new byte[palette]);
  }

  /// Returns a little-endian TIFF of an 8-bit grey picture whose only strip is `data`.
  ///
  /// @param more entries, each tag, type, count and value, put before the directory's own, of
  ///     which they win
  static byte[] tiff(int width, int height, int compression, byte[] data, int[]... more) {
    int[][] entries = {
      {256, 4, 1, width},
      {257, 4, 1, height},
      {258, 3, 1, 8},
      {259, 3, 1, compression},
      {262, 3, 1, 1},
      {273, 4, 1, 8},
      {279, 4, 1, data.length}
    };
    Bytes file = new Bytes().text("II*\0").le32(8 + data.length).bytes(data);
    file.le16(entries.length + more.length);
    for (int[][] list : new int[][][] {more, entries}) {
      for (int[] entry : list) {
        file.le16(entry[0], entry[1]).le32(entry[2], entry[3]);
      }
    }
    return file.le32(0).toArray();
  }

  /// Returns a WebP of the given chunks.
  static byte[] webp(byte[] chunks) {
    return new Bytes()
        .text("RIFF")
        .le32(4 + chunks.length)
        .text("WEBP")
        .bytes(chunks)
        .toArray();
  }

  /// Returns a chunk of WebP.
  static byte[] webpChunk(String type, byte[] content) {
    Bytes chunk = new Bytes().text(type).le32(content.length).bytes(content);
    return (content.length % 2 == 1 ? chunk.u8(0) : chunk).toArray();
  }

  /// Returns a VP8X chunk for an animation.
  static byte[] webpCanvas(int width, int height) {
    return webpChunk(
        "VP8X", new Bytes().le32(2).le24(width - 1).le24(height - 1).toArray());
  }
}
