package org.vigie.media;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// Memory that is filled from its beginning.
final class KeptBytes {
  private final MemorySegment memory;
  private long size;

  KeptBytes(MemorySegment memory) {
    this.memory = memory;
  }

  void add(int... octets) {
    for (int octet : octets) {
      memory.set(ValueLayout.JAVA_BYTE, size++, (byte) octet);
    }
  }

  void add(MemorySegment part) {
    MemorySegment.copy(part, 0, memory, size, part.byteSize());
    size += part.byteSize();
  }

  /// Returns the filled memory itself.
  MemorySegment filled() {
    return memory.asSlice(0, size);
  }
}
