package org.vigie.media;

import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Objects;

/// A stream over a part of memory. Threads: one at a time.
final class SegmentStream extends InputStream {
  private final MemorySegment segment;
  private long at;

  SegmentStream(MemorySegment segment) {
    this.segment = segment;
  }

  private long left() {
    return segment.byteSize() - at;
  }

  @Override
  public int read() {
    return left() == 0 ? -1 : segment.get(ValueLayout.JAVA_BYTE, at++) & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, into.length);
    if (length > 0 && left() == 0) {
      return -1;
    }
    int count = (int) Math.min(length, left());
    MemorySegment.copy(segment, ValueLayout.JAVA_BYTE, at, into, offset, count);
    at += count;
    return count;
  }

  @Override
  public long skip(long count) {
    long skipped = Math.clamp(count, 0, left());
    at += skipped;
    return skipped;
  }

  @Override
  public int available() {
    return (int) Math.min(left(), Integer.MAX_VALUE);
  }
}
