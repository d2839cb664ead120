package org.vigie.server.policy;

import java.util.Map;
import java.util.Optional;
import org.vigie.server.frame.Language;

/// The handling of cases of one category.
///
/// @param queue the queue of its cases, unless a lane of their own comes first; by default that
///     of their severity
/// @param secondReviewer whether a second person decides blind, without seeing the first decision
/// @param clock the key of the clock that begins with the first scan or notice
/// @param law the provision that such content breaks, as people cite it; without one, decisions
///     rely on the terms unless a reviewer says otherwise
/// @param explanation the text for the person concerned, by language; double brackets mark gaps
///     that only a reviewer can fill. Empty for Vigie's default text
/// @param evidenceDays the days for which the evidence of a case is kept after each of its sources
///     and decisions, [#LEAST_EVIDENCE_DAYS] to [#MOST_EVIDENCE_DAYS]
/// @param danger whether somebody's life is in danger: its cases come before all others, in a queue
///     of their own
public record ReviewRule(
    CategoryKey category,
    Optional<String> queue,
    boolean secondReviewer,
    Optional<String> clock,
    Optional<String> law,
    Map<Language, String> explanation,
    int evidenceDays,
    boolean danger) {
  /// Six months, which have at most so many days: complaints are possible for that long
  /// (Regulation (EU) 2022/2065, Art. 20(1)).
  public static final int LEAST_EVIDENCE_DAYS = 184;

  /// Ten years.
  public static final int MOST_EVIDENCE_DAYS = 3_650;

  /// The default: time to complain, and to decide about the complaint.
  public static final int USUAL_EVIDENCE_DAYS = 365;

  public ReviewRule {
    if (evidenceDays < LEAST_EVIDENCE_DAYS || evidenceDays > MOST_EVIDENCE_DAYS) {
      throw new IllegalArgumentException("evidence is kept for 184 to 3650 days");
    }
    explanation = Map.copyOf(explanation);
  }

  /// Makes the rule of a category that endangers nobody's life.
  public ReviewRule(
      CategoryKey category,
      Optional<String> queue,
      boolean secondReviewer,
      Optional<String> clock,
      Optional<String> law,
      Map<Language, String> explanation,
      int evidenceDays) {
    this(category, queue, secondReviewer, clock, law, explanation, evidenceDays, false);
  }

  /// Returns the rule of a category without one in the catalogue.
  public static ReviewRule usual(CategoryKey category) {
    return new ReviewRule(
        category,
        Optional.empty(),
        false,
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        USUAL_EVIDENCE_DAYS);
  }
}
