package org.vigie.media;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import javax.imageio.stream.ImageInputStreamImpl;

/// A part of memory as ImageIO's readers take it. Threads: one at a time.
final class SegmentImageInput extends ImageInputStreamImpl {
  private final MemorySegment segment;

  SegmentImageInput(MemorySegment segment) {
    this.segment = segment;
  }

  @Override
  public int read() {
    bitOffset = 0;
    return streamPos >= segment.byteSize()
        ? -1
        : segment.get(ValueLayout.JAVA_BYTE, streamPos++) & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) {
    bitOffset = 0;
    int count = Math.clamp(segment.byteSize() - streamPos, 0, length);
    if (length > 0 && count == 0) {
      return -1;
    }
    MemorySegment.copy(segment, ValueLayout.JAVA_BYTE, streamPos, into, offset, count);
    streamPos += count;
    return count;
  }

  @Override
  public long length() {
    return segment.byteSize();
  }
}
