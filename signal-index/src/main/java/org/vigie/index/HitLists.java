package org.vigie.index;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.vigie.index.View.IndexedPart;
import org.vigie.index.View.RecentPart;

/// Collects hits by query, without removed signals.
final class HitLists {
  private final List<List<Hit>> lists;

  HitLists(int queries) {
    this.lists = new ArrayList<>(Collections.nCopies(queries, List.of()));
  }

  HitSink of(IndexedPart part) {
    return (query, place, distance) -> {
      if (!part.removals().contains(place)) {
        add(query, new Hit(part.segment().id(place), distance));
      }
    };
  }

  HitSink of(RecentPart part) {
    return (query, place, distance) -> {
      if (!part.removals().contains(place)) {
        add(query, new Hit(part.delta().id(place), distance));
      }
    };
  }

  private void add(int query, Hit hit) {
    if (lists.get(query).isEmpty()) {
      lists.set(query, new ArrayList<>());
    }
    lists.get(query).add(hit);
  }

  List<List<Hit>> lists() {
    return lists;
  }
}
