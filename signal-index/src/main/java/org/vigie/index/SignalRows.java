package org.vigie.index;

import static org.vigie.index.Segment.LONG;
import static org.vigie.index.Segment.SIGNAL_BYTES;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.stream.IntStream;
import org.vigie.index.Segment.Section;

/// Signals with their identifiers, in the order in which they were added; grows as needed.
///
/// Outside the heap; given back by [#close]. Threads: one.
final class SignalRows implements AutoCloseable {
  private Arena memory;
  private int capacity;
  private MemorySegment signals;
  private MemorySegment ids;
  private int size;
  private boolean ascending = true;

  /// @param capacity room for so many; more will be made if need be
  SignalRows(int capacity) {
    this.memory = Arena.ofShared();
    this.capacity = capacity;
    this.signals = memory.allocate(Section.SIGNALS.bytes(capacity), Long.BYTES);
    this.ids = memory.allocate(Section.IDS.bytes(capacity), Long.BYTES);
  }

  /// Adds a row.
  ///
  /// @throws IllegalStateException if there are [Segment#MAX_SIZE] already
  void add(long id, long w3, long w2, long w1, long w0) {
    if (size == capacity) {
      grow();
    }
    ascending &= size == 0 || id(size - 1) < id;
    ids.set(LONG, (long) size * Long.BYTES, id);
    long at = (long) size * SIGNAL_BYTES;
    signals.set(LONG, at, w0);
    signals.set(LONG, at + 8, w1);
    signals.set(LONG, at + 16, w2);
    signals.set(LONG, at + 24, w3);
    size++;
  }

  int size() {
    return size;
  }

  long id(int row) {
    return ids.get(LONG, (long) row * Long.BYTES);
  }

  private void grow() {
    if (size == Segment.MAX_SIZE) {
      throw new IllegalStateException("a segment holds no more than 2^28 signals");
    }
    try (SignalRows full = new SignalRows(Math.clamp(2L * size, 16, Segment.MAX_SIZE))) {
      MemorySegment.copy(ids, 0, full.ids, 0, Section.IDS.bytes(size));
      MemorySegment.copy(signals, 0, full.signals, 0, Section.SIGNALS.bytes(size));
      swapMemory(full);
    }
  }

  private void swapMemory(SignalRows other) {
    Arena small = memory;
    memory = other.memory;
    capacity = other.capacity;
    signals = other.signals;
    ids = other.ids;
    other.memory = small;
  }

  /// Returns the rows in ascending order of identifiers.
  ///
  /// @throws IllegalArgumentException if two rows have the same identifier
  int[] order() {
    if (ascending) {
      return IntStream.range(0, size).toArray();
    }
    int[] order = IdOrder.of(ids, size);
    for (int i = 1; i < size; i++) {
      if (id(order[i - 1]) == id(order[i])) {
        throw new IllegalArgumentException("identifier " + id(order[i]) + " was added twice");
      }
    }
    return order;
  }

  /// Copies the rows in this order.
  void copyTo(MemorySegment orderedSignals, MemorySegment orderedIds, int[] order) {
    for (int i = 0; i < size; i++) {
      orderedIds.set(LONG, (long) i * Long.BYTES, id(order[i]));
      long from = (long) order[i] * SIGNAL_BYTES;
      MemorySegment.copy(signals, from, orderedSignals, (long) i * SIGNAL_BYTES, SIGNAL_BYTES);
    }
  }

  @Override
  public void close() {
    memory.close();
  }
}
