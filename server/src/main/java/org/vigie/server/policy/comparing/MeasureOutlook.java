package org.vigie.server.policy.comparing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.vigie.connector.Surface;
import org.vigie.server.policy.Category;
import org.vigie.server.policy.ContentMeasure;
import org.vigie.server.policy.PolicyCatalogue;
import org.vigie.server.policy.PolicyRevision;
import org.vigie.server.policy.RecentMeasures;

/// Recent decisions about a category, as they would have been under a change of it.
///
/// A decision that took the measure which its revision recommends would have taken the new one. A
/// person who decided otherwise is taken to do so again.
///
/// @param rows the measures with any decision, the mildest first
/// @param otherwise the decisions by people who took another measure than the policy recommended
/// @param unknown the decisions whose measure or revision is not known; in no row
/// @param more whether there were more decisions than are counted
public record MeasureOutlook(List<Row> rows, long otherwise, long unknown, boolean more) {
  public MeasureOutlook {
    rows = List.copyOf(rows);
  }

  /// The decisions with one measure.
  ///
  /// @param before how many there were
  /// @param after how many there would have been
  public record Row(ContentMeasure measure, long before, long after) {}

  /// Recomputes decisions.
  ///
  /// @param revisions finds the catalogue of a revision
  /// @param changed the category after the change
  public static MeasureOutlook of(
      RecentMeasures.Counted counted,
      Function<PolicyRevision, Optional<PolicyCatalogue>> revisions,
      Category changed) {
    Map<ContentMeasure, Long> before = new EnumMap<>(ContentMeasure.class);
    Map<ContentMeasure, Long> after = new EnumMap<>(ContentMeasure.class);
    long otherwise = 0;
    long unknown = 0;
    for (RecentMeasures.Tally tally : counted.tallies()) {
      Optional<ContentMeasure> recommended = revisions
          .apply(tally.revision())
          .flatMap(catalogue -> catalogue.find(changed.key()))
          .flatMap(category -> on(category, tally.surface()));
      if (recommended.isEmpty() || tally.measure().isEmpty()) {
        unknown += tally.decisions();
        continue;
      }
      ContentMeasure taken = tally.measure().get();
      boolean followed = taken == recommended.get();
      ContentMeasure then = followed ? on(changed, tally.surface()).orElse(taken) : taken;
      otherwise += followed ? 0 : tally.decisions();
      before.merge(taken, tally.decisions(), Long::sum);
      after.merge(then, tally.decisions(), Long::sum);
    }
    return new MeasureOutlook(rows(before, after), otherwise, unknown, counted.more());
  }

  private static Optional<ContentMeasure> on(Category category, Surface surface) {
    return Optional.ofNullable(category.measures().get(surface));
  }

  private static List<Row> rows(Map<ContentMeasure, Long> before, Map<ContentMeasure, Long> after) {
    List<Row> rows = new ArrayList<>();
    for (ContentMeasure measure : ContentMeasure.values()) {
      if (before.containsKey(measure) || after.containsKey(measure)) {
        rows.add(
            new Row(measure, before.getOrDefault(measure, 0L), after.getOrDefault(measure, 0L)));
      }
    }
    return rows;
  }
}
