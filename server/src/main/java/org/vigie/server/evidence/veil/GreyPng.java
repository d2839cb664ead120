package org.vigie.server.evidence.veil;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// Writes grey samples as a PNG file: 8 bits, no filter, no metadata. Source: PNG, Third Edition,
/// §5 and §11.
final class GreyPng {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final int HEADER = 13;
  private static final byte BITS = 8;
  private static final int CHUNK = 12;

  private GreyPng() {}

  static byte[] of(int width, int height, byte[] samples) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(SIGNATURE);
    file.writeBytes(chunk(
        "IHDR",
        ByteBuffer.allocate(HEADER).putInt(width).putInt(height).put(BITS).array()));
    file.writeBytes(chunk("IDAT", deflated(rows(width, height, samples))));
    file.writeBytes(chunk("IEND", new byte[0]));
    return file.toByteArray();
  }

  /// A byte before each row says that the row is not filtered.
  private static byte[] rows(int width, int height, byte[] samples) {
    byte[] rows = new byte[(width + 1) * height];
    for (int y = 0; y < height; y++) {
      System.arraycopy(samples, y * width, rows, y * (width + 1) + 1, width);
    }
    return rows;
  }

  private static byte[] deflated(byte[] bytes) {
    try (Deflater deflater = new Deflater()) {
      deflater.setInput(bytes);
      deflater.finish();
      ByteArrayOutputStream deflated = new ByteArrayOutputStream();
      byte[] some = new byte[1024];
      while (!deflater.finished()) {
        deflated.write(some, 0, deflater.deflate(some));
      }
      return deflated.toByteArray();
    }
  }

  private static byte[] chunk(String type, byte[] content) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 sum = new CRC32();
    sum.update(name);
    sum.update(content);
    return ByteBuffer.allocate(content.length + CHUNK)
        .putInt(content.length)
        .put(name)
        .put(content)
        .putInt((int) sum.getValue())
        .array();
  }
}
