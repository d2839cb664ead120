package org.vigie.index;

import static org.vigie.index.Segment.LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/// The signals added last, in the order in which they came; searched one by one.
///
/// Written by one writer at a time, at places that no published view shows yet; read by any
/// thread.
final class Delta {
  /// The most signals compared one by one before they are worth a segment: at this size comparing
  /// takes about as long as a search of a segment.
  static final int CAPACITY = 4096;

  final MemorySegment signals;
  private final long[] ids = new long[CAPACITY];

  Delta() {
    signals = Arena.ofAuto().allocate((long) CAPACITY * Segment.SIGNAL_BYTES, Long.BYTES);
  }

  void set(int place, long id, long[] words) {
    ids[place] = id;
    for (int word = 0; word < words.length; word++) {
      signals.set(LONG, at(place, word), words[word]);
    }
  }

  long id(int place) {
    return ids[place];
  }

  long word(int place, int word) {
    return signals.get(LONG, at(place, word));
  }

  private static long at(int place, int word) {
    return (long) place * Segment.SIGNAL_BYTES + (long) word * Long.BYTES;
  }
}
