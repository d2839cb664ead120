package org.vigie.server.policy.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.policy.Sanction;
import org.vigie.server.policy.Severity;
import org.vigie.server.policy.StrikeRules;
import org.vigie.server.policy.StrikeRules.Ladder;
import org.vigie.server.policy.StrikeRules.Ladder.Reach;
import org.vigie.server.policy.StrikeRules.Ladder.Step;
import org.vigie.server.policy.text.PolicyProblem.Defect;

/// Reads the rules of strikes: `docs/formats/policy.md`, section 5.
final class StrikeReader {
  private static final int MOST_STRIKES = 1_000;

  private final Function<Value, CategoryKey> categories;
  private final Set<Reach> seen = new HashSet<>();

  /// @param categories reads the key of a category that the catalogue has
  StrikeReader(Function<Value, CategoryKey> categories) {
    this.categories = categories;
  }

  StrikeRules read(Value value) {
    Fields fields = value.fields(Set.of("days", "ladders"));
    int days = fields
        .optional("days")
        .map(length -> length.number(1, StrikeRules.LONGEST))
        .orElse(StrikeRules.USUAL.days());
    List<Value> ladders = fields.optional("ladders").map(Value::items).orElse(List.of());
    return new StrikeRules(days, ladders.stream().map(this::ladder).toList());
  }

  private Ladder ladder(Value value) {
    Fields fields = value.fields(Set.of("category", "severity", "steps"));
    Reach reach = reach(value, fields);
    if (!value.isUnusable() && !seen.add(reach)) {
      value.refuse(Defect.DUPLICATE_LADDER, "another ladder is for the same");
    }
    return new Ladder(reach, steps(fields.required("steps")));
  }

  private Reach reach(Value ladder, Fields fields) {
    Optional<Reach> category =
        fields.optional("category").map(categories).map(Reach.OfCategory::new);
    Optional<Reach> severity = fields
        .optional("severity")
        .map(word -> word.word(Severity.class, Severity::word))
        .map(Reach.OfSeverity::new);
    if (category.isPresent() && severity.isPresent()) {
      ladder.refuse(Defect.BAD_LADDER, "a ladder is for a category or a severity, not for both");
    }
    return category.or(() -> severity).orElseGet(Reach.Everything::new);
  }

  /// Reads the steps. Each step wants more strikes than the one before.
  private static List<Step> steps(Value value) {
    List<Step> steps = new ArrayList<>();
    int before = -1;
    for (Value item : value.items()) {
      Step step = step(item);
      if (step.strikes() <= before && !item.isUnusable()) {
        item.refuse(Defect.BAD_LADDER, "a step wants more strikes than the one before");
      }
      before = step.strikes();
      steps.add(step);
    }
    return steps;
  }

  private static Step step(Value value) {
    Fields fields = value.fields(Set.of("strikes", "account", "days"));
    int strikes = fields.required("strikes").number(0, MOST_STRIKES);
    Sanction.Kind kind = fields.required("account").word(Sanction.Kind.class, Sanction.Kind::word);
    Optional<Value> days = fields.optional("days");
    if ((kind == Sanction.Kind.SUSPEND) != days.isPresent()) {
      value.refuse(Defect.BAD_LADDER, "a suspension has `days`, and nothing else has");
    }
    int length = days.map(number -> number.number(1, Sanction.LONGEST)).orElse(1);
    return new Step(strikes, sanction(kind, length));
  }

  private static Sanction sanction(Sanction.Kind kind, int days) {
    return switch (kind) {
      case NONE -> new Sanction.None();
      case SUSPEND -> new Sanction.Suspension(days);
      case BAN -> new Sanction.Ban();
    };
  }
}
