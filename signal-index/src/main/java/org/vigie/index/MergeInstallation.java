package org.vigie.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToLongFunction;
import org.vigie.index.View.IndexedPart;
import org.vigie.index.View.RecentPart;

/// Replaces the parts of a merge by the merged segment.
///
/// Signals removed from those parts during the merge are removed from the segment too. Threads:
/// one. For a single use.
final class MergeInstallation {
  private final PartMerge plan;
  private final Segment merged;
  private Removals removals;

  /// @param plan the parts as they were when the merge began
  MergeInstallation(PartMerge plan, Segment merged) {
    this.plan = plan;
    this.merged = merged;
    this.removals = Removals.none(merged.size);
  }

  View apply(View current) {
    List<IndexedPart> indexed = new ArrayList<>();
    for (IndexedPart part : current.indexed()) {
      planned(part.segment())
          .ifPresentOrElse(
              then -> carryOver(then.removals(), part.removals(), part.segment()::id),
              () -> indexed.add(part));
    }
    List<RecentPart> recent = new ArrayList<>();
    for (RecentPart part : current.recent()) {
      planned(part.delta())
          .ifPresentOrElse(
              then -> carryOver(then.removals(), part.removals(), part.delta()::id),
              () -> recent.add(part));
    }
    if (merged.size > 0) {
      indexed.add(new IndexedPart(merged, removals));
    }
    return new View(indexed, recent);
  }

  boolean replaces(Delta delta) {
    return planned(delta).isPresent();
  }

  private Optional<IndexedPart> planned(Segment segment) {
    return plan.indexed().stream().filter(part -> part.segment() == segment).findAny();
  }

  private Optional<RecentPart> planned(Delta delta) {
    return plan.recent().stream().filter(part -> part.delta() == delta).findAny();
  }

  private void carryOver(Removals then, Removals now, IntToLongFunction idOf) {
    now.forEachSince(
        then, place -> removals = removals.with(merged.ordinalOf(idOf.applyAsLong(place))));
  }
}
