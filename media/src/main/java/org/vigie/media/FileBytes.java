package org.vigie.media;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// A file as numbers: every read says where, in which byte order, and ends as truncated past the
/// end.
///
/// Positions and counts are longs, so that a number from the file can be added to another without
/// wrapping.
final class FileBytes {
  private final byte[] array;
  private final ByteOrder order;

  private FileBytes(byte[] array, ByteOrder order) {
    this.array = array;
    this.order = order;
  }

  static FileBytes bigEndian(byte[] array) {
    return new FileBytes(array, ByteOrder.BIG_ENDIAN);
  }

  static FileBytes littleEndian(byte[] array) {
    return new FileBytes(array, ByteOrder.LITTLE_ENDIAN);
  }

  /// Returns the file itself, not a copy.
  byte[] array() {
    return array;
  }

  ByteOrder order() {
    return order;
  }

  int length() {
    return array.length;
  }

  /// Refuses the file unless it holds `count` bytes from `at`.
  void require(long at, long count, String what) throws UndecodableException {
    if (at < 0 || count < 0 || count > array.length - at) {
      throw UndecodableException.truncated("the file ends in " + what);
    }
  }

  int u8(long at) throws UndecodableException {
    require(at, 1, "a number");
    return array[(int) at] & 0xff;
  }

  int u16(long at) throws UndecodableException {
    require(at, 2, "a number");
    int first = array[(int) at] & 0xff;
    int second = array[(int) at + 1] & 0xff;
    return order == ByteOrder.BIG_ENDIAN ? first << 8 | second : second << 8 | first;
  }

  int u24(long at) throws UndecodableException {
    return order == ByteOrder.BIG_ENDIAN ? u8(at) << 16 | u16(at + 1) : u8(at + 2) << 16 | u16(at);
  }

  long u32(long at) throws UndecodableException {
    long first = u16(at);
    long second = u16(at + 2);
    return order == ByteOrder.BIG_ENDIAN ? first << 16 | second : second << 16 | first;
  }

  int s32(long at) throws UndecodableException {
    return (int) u32(at);
  }

  /// Returns whether the ASCII characters of `text` are at `at`; false past the end.
  boolean has(long at, String text) {
    byte[] expected = text.getBytes(StandardCharsets.ISO_8859_1);
    if (at + expected.length > array.length) {
      return false;
    }
    for (int i = 0; i < expected.length; i++) {
      if (array[(int) at + i] != expected[i]) {
        return false;
      }
    }
    return true;
  }

  /// Prints the size only.
  @Override
  public String toString() {
    return "FileBytes[" + array.length + " bytes]";
  }
}
