package org.vigie.bench.doors;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/// Small inputs that are large inside.
final class Bombs {
  private static final int MEGA = 1_000_000;

  private Bombs() {}

  /// Returns a PNG of one colour.
  static byte[] png(int width, int height) {
    try {
      ByteArrayOutputStream file = new ByteArrayOutputStream();
      DataOutputStream out = new DataOutputStream(file);
      out.writeLong(0x89504E470D0A1A0AL);
      chunk(out, "IHDR", header(width, height));
      chunk(out, "IDAT", rows(width, height));
      chunk(out, "IEND", new byte[0]);
      return file.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
  }

  private static byte[] header(int width, int height) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(width);
    out.writeInt(height);
    // Eight bits of grey, without filters or interlacing that would matter.
    out.write(new byte[] {8, 0, 0, 0, 0});
    return bytes.toByteArray();
  }

  private static byte[] rows(int width, int height) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] zeros = new byte[MEGA];
    try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
      long left = (width + 1L) * height;
      while (left > 0) {
        int now = (int) Math.min(left, MEGA);
        out.write(zeros, 0, now);
        left -= now;
      }
    }
    return bytes.toByteArray();
  }

  private static void chunk(DataOutputStream out, String type, byte[] content) throws IOException {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 check = new CRC32();
    check.update(name);
    check.update(content);
    out.writeInt(content.length);
    out.write(name);
    out.write(content);
    out.writeInt((int) check.getValue());
  }

  /// Returns JSON that is nothing but brackets.
  static byte[] deepJson(int depth) {
    return "[".repeat(depth).getBytes(StandardCharsets.US_ASCII);
  }

  /// Returns JSON whose only value is a number of so many digits.
  static byte[] longNumber(int digits) {
    return ("{\"signals\":" + "9".repeat(digits) + "}").getBytes(StandardCharsets.US_ASCII);
  }
}
