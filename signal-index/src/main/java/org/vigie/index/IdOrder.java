package org.vigie.index;

import static org.vigie.index.Segment.LONG;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/// The order of identifiers by value: a radix sort of places, low byte first, stable.
final class IdOrder {
  private IdOrder() {}

  /// Returns the places 0..size-1, ordered by the signed value of their identifier.
  static int[] of(MemorySegment ids, int size) {
    int[] order = new int[size];
    Arrays.setAll(order, place -> place);
    int[] next = new int[size];
    for (int shift = 0; shift < Long.SIZE; shift += 8) {
      int[] starts = starts(ids, size, shift);
      if (starts.length == 0) {
        continue;
      }
      for (int place : order) {
        next[starts[digit(ids, place, shift)]++] = place;
      }
      int[] spare = order;
      order = next;
      next = spare;
    }
    return order;
  }

  /// Returns where each digit begins, or nothing if all identifiers agree in this digit.
  private static int[] starts(MemorySegment ids, int size, int shift) {
    int[] counts = new int[257];
    for (int place = 0; place < size; place++) {
      counts[digit(ids, place, shift) + 1]++;
    }
    for (int digit = 0; digit < 256; digit++) {
      if (counts[digit + 1] == size) {
        return new int[0];
      }
      counts[digit + 1] += counts[digit];
    }
    return counts;
  }

  /// Flips the sign bit, so that negative identifiers come first.
  private static int digit(MemorySegment ids, int place, int shift) {
    long id = ids.get(LONG, (long) place * Long.BYTES) ^ Long.MIN_VALUE;
    return (int) (id >>> shift) & 0xff;
  }
}
