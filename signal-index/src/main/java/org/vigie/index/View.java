package org.vigie.index;

import java.util.List;

/// All signals of a [HammingIndex] at one moment; immutable.
///
/// @param indexed the parts with tables
/// @param recent the newer parts, oldest first; the last one takes the next signal
record View(List<IndexedPart> indexed, List<RecentPart> recent) {
  View {
    indexed = List.copyOf(indexed);
    recent = List.copyOf(recent);
  }

  /// A segment without the places that were removed since it was made.
  record IndexedPart(Segment segment, Removals removals) {
    int liveSize() {
      return segment.size - removals.count();
    }
  }

  /// The first `size` places of a delta without those removed.
  record RecentPart(Delta delta, int size, Removals removals) {
    int liveSize() {
      return size - removals.count();
    }
  }

  int size() {
    return indexed.stream().mapToInt(IndexedPart::liveSize).sum()
        + recent.stream().mapToInt(RecentPart::liveSize).sum();
  }

  /// Returns whether there is nothing but one segment from which nothing was removed.
  boolean isOneSegment() {
    return indexed.size() == 1
        && indexed.getFirst().removals().count() == 0
        && recent.stream().allMatch(part -> part.liveSize() == 0);
  }

  /// Keeps the memory of all segments until [#release]; returns false, and keeps none, if one has
  /// been given back since this view was replaced.
  boolean retain() {
    for (int i = 0; i < indexed.size(); i++) {
      if (!indexed.get(i).segment().retain()) {
        indexed.subList(0, i).forEach(part -> part.segment().release());
        return false;
      }
    }
    return true;
  }

  void release() {
    indexed.forEach(part -> part.segment().release());
  }

  /// Returns the part that takes the next signal.
  RecentPart open() {
    return recent.getLast();
  }
}
