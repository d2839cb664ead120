package org.vigie.server.policy.comparing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.policy.ReviewRules;
import org.vigie.server.policy.Sanction;
import org.vigie.server.policy.Severity;
import org.vigie.server.policy.StrikeRules.Ladder;
import org.vigie.server.policy.StrikeRules.Ladder.Reach;

/// The rules of reviewing all categories, as values by their paths in YAML.
final class ReviewValues {
  private ReviewValues() {}

  static Map<String, String> of(ReviewRules review) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("quality-sample", Integer.toString(review.qualitySample()));
    values.put("large-room", Integer.toString(review.largeRoom()));
    review.unreadable().ifPresent(key -> values.put("unreadable", key.value()));
    review
        .queues()
        .forEach(queue -> queue
            .names()
            .forEach((language, name) ->
                values.put("queues." + queue.key() + "." + language.code(), name)));
    for (int i = 0; i < review.helpLines().size(); i++) {
      ReviewRules.HelpLine line = review.helpLines().get(i);
      values.put(
          "help-lines." + (i + 1),
          String.join(", ", line.country(), line.name(), line.contact(), line.source()));
    }
    review.facts().forEach(facts -> {
      for (int i = 0; i < facts.texts().size(); i++) {
        String path = "facts." + facts.category().value() + "." + (i + 1) + ".";
        facts.texts().get(i).forEach((language, text) -> values.put(path + language.code(), text));
      }
    });
    values.put("strikes.days", Integer.toString(review.strikes().days()));
    review
        .strikes()
        .ladders()
        .forEach(ladder -> values.put("strikes.ladders." + word(ladder.reach()), steps(ladder)));
    return values;
  }

  private static String word(Reach reach) {
    return switch (reach) {
      case Reach.OfCategory(CategoryKey key) -> "category." + key.value();
      case Reach.OfSeverity(Severity severity) -> "severity." + severity.word();
      case Reach.Everything() -> "all";
    };
  }

  private static String steps(Ladder ladder) {
    return ladder.steps().stream()
        .map(step -> step.strikes() + ": " + sanction(step.sanction()))
        .collect(Collectors.joining(", "));
  }

  private static String sanction(Sanction sanction) {
    return sanction instanceof Sanction.Suspension(int days)
        ? sanction.word() + " " + days
        : sanction.word();
  }
}
