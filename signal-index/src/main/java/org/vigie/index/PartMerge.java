package org.vigie.index;

import java.util.List;
import org.vigie.index.View.IndexedPart;
import org.vigie.index.View.RecentPart;

/// Makes one segment of the remaining signals of several parts of a view.
///
/// @param indexed parts whose identifiers, removals left out, are distinct
/// @param recent likewise, and distinct from those of `indexed`
record PartMerge(List<IndexedPart> indexed, List<RecentPart> recent) {
  PartMerge {
    indexed = List.copyOf(indexed);
    recent = List.copyOf(recent);
  }

  static PartMerge ofAll(View view) {
    return new PartMerge(view.indexed(), view.recent());
  }

  Segment merge() {
    long live = new View(indexed, recent).size();
    try (SignalRows rows = new SignalRows(Math.toIntExact(live))) {
      indexed.forEach(part -> copy(part, rows));
      recent.forEach(part -> copy(part, rows));
      return SegmentBuilder.build(rows);
    }
  }

  private static void copy(IndexedPart part, SignalRows to) {
    Segment from = part.segment();
    for (int place = 0; place < from.size; place++) {
      if (!part.removals().contains(place)) {
        to.add(
            from.id(place),
            from.word(place, 3),
            from.word(place, 2),
            from.word(place, 1),
            from.word(place, 0));
      }
    }
  }

  private static void copy(RecentPart part, SignalRows to) {
    Delta from = part.delta();
    for (int place = 0; place < part.size(); place++) {
      if (!part.removals().contains(place)) {
        to.add(
            from.id(place),
            from.word(place, 3),
            from.word(place, 2),
            from.word(place, 1),
            from.word(place, 0));
      }
    }
  }
}
