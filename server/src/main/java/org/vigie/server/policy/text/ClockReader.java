package org.vigie.server.policy.text;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.policy.Clock;
import org.vigie.server.policy.LegalTerm;
import org.vigie.server.policy.text.PolicyProblem.Defect;

/// Reads the clocks of the legal regimes.
final class ClockReader {
  private static final Set<String> KEYS = Set.of("key", "names", "regime", "within", "at-least");
  private static final LegalTerm STAND_IN = new LegalTerm.Exact(Duration.ofHours(1));

  private ClockReader() {}

  static List<Clock> clocks(Value list) {
    Set<String> seen = new HashSet<>();
    return list.items().stream().map(item -> clock(item, seen)).toList();
  }

  private static Clock clock(Value item, Set<String> seen) {
    Fields fields = item.fields(KEYS);
    String key = key(fields.required("key"), seen);
    Clock.Bound bound =
        fields.entries().containsKey("at-least") ? Clock.Bound.AT_LEAST : Clock.Bound.WITHIN;
    if (bound == Clock.Bound.AT_LEAST && fields.entries().containsKey("within")) {
      item.refuse(Defect.AMBIGUOUS_TERM, "a clock has either within or at-least");
    }
    Value term = fields.required(bound == Clock.Bound.AT_LEAST ? "at-least" : "within");
    return new Clock(
        key,
        Names.read(fields.required("names")),
        Names.line(fields.required("regime")),
        bound,
        term(term));
  }

  private static String key(Value value, Set<String> seen) {
    String key = value.text();
    if (!CategoryKey.isWellFormed(key)) {
      value.refuseText(
          Defect.BAD_KEY,
          "a key has small letters, digits and hyphens, a letter first, at most 63");
    } else if (!seen.add(key)) {
      value.refuse(Defect.DUPLICATE_CLOCK, "another clock has this key");
    }
    return key;
  }

  private static LegalTerm term(Value value) {
    Optional<LegalTerm> term = LegalTerm.parse(value.text());
    if (term.isEmpty()) {
      value.refuseText(
          Defect.BAD_TERM,
          "a term is an ISO 8601 duration longer than nothing, of hours or of days: PT1H, P10D, P6M");
    }
    return term.orElse(STAND_IN);
  }
}
