package org.vigie.media;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// A file as numbers: every read says where, in which byte order, and ends as truncated past the
/// end.
///
/// Positions and counts are longs, so that a number from the file can be added to another without
/// wrapping. Single bytes are read from an array, as that is fast also before a loop is compiled:
/// from the file itself if it is one, else from a window of 2 KB that follows. Threads: one at a
/// time.
final class FileBytes {
  private static final int WINDOW = 1 << 11;

  private final MemorySegment file;
  private final ByteOrder order;
  private final byte[] window;
  private long windowAt;
  private int windowed;

  private FileBytes(MemorySegment file, ByteOrder order) {
    this.file = file;
    this.order = order;
    Object base = file.heapBase().orElse(file);
    if (base instanceof byte[] whole && whole.length == file.byteSize()) {
      this.window = whole;
      this.windowed = whole.length;
    } else {
      this.window = new byte[(int) Math.min(WINDOW, file.byteSize())];
    }
  }

  static FileBytes bigEndian(MemorySegment file) {
    return new FileBytes(file, ByteOrder.BIG_ENDIAN);
  }

  static FileBytes littleEndian(MemorySegment file) {
    return new FileBytes(file, ByteOrder.LITTLE_ENDIAN);
  }

  ByteOrder order() {
    return order;
  }

  int length() {
    return (int) file.byteSize();
  }

  /// Refuses the file unless it holds `count` bytes from `at`.
  void require(long at, long count, String what) throws UndecodableException {
    if (at < 0 || count < 0 || count > file.byteSize() - at) {
      throw UndecodableException.truncated("the file ends in " + what);
    }
  }

  int u8(long at) throws UndecodableException {
    require(at, 1, "a number");
    return octet(at);
  }

  int u16(long at) throws UndecodableException {
    require(at, 2, "a number");
    int first = octet(at);
    int second = octet(at + 1);
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
    if (at + expected.length > file.byteSize()) {
      return false;
    }
    for (int i = 0; i < expected.length; i++) {
      if (octet(at + i) != (expected[i] & 0xff)) {
        return false;
      }
    }
    return true;
  }

  /// Returns the first place of an octet from `from` on and before `to`, both within the file, or
  /// else `to`.
  long find(int octet, long from, long to) {
    byte sought = (byte) octet;
    long at = from;
    while (at < to) {
      move(at);
      int i = (int) (at - windowAt);
      int end = (int) Math.min(windowed, to - windowAt);
      while (i < end && window[i] != sought) {
        i++;
      }
      at = windowAt + i;
      if (i < end) {
        return at;
      }
    }
    return to;
  }

  /// Copies a part that lies within the file.
  void copy(long at, byte[] to, int offset, int count) {
    MemorySegment.copy(file, ValueLayout.JAVA_BYTE, at, to, offset, count);
  }

  /// Returns a part that lies within the file, not copied.
  MemorySegment part(long at, long count) {
    return file.asSlice(at, count);
  }

  /// Returns a part that lies within the file, not copied.
  ByteBuffer buffer(long at, long count) {
    return part(at, count).asByteBuffer();
  }

  /// Returns the byte at a place within the file.
  private int octet(long at) {
    move(at);
    return window[(int) (at - windowAt)] & 0xff;
  }

  /// Puts the window where it has the byte at `at`.
  private void move(long at) {
    if (at < windowAt || at >= windowAt + windowed) {
      windowed = (int) Math.min(window.length, file.byteSize() - at);
      windowAt = at;
      copy(at, window, 0, windowed);
    }
  }

  /// Prints the size only.
  @Override
  public String toString() {
    return "FileBytes[" + length() + " bytes]";
  }
}
