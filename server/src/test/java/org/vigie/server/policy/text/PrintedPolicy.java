package org.vigie.server.policy.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.vigie.server.frame.Language;
import org.vigie.server.policy.Category;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.policy.Clock;
import org.vigie.server.policy.PolicyCatalogue;
import org.vigie.server.policy.ReviewRule;
import org.vigie.server.policy.ReviewRules;
import org.vigie.server.policy.Sanction;
import org.vigie.server.policy.Severity;
import org.vigie.server.policy.StrikeRules.Ladder;
import org.vigie.server.policy.StrikeRules.Ladder.Reach;

/// Prints a catalogue as YAML, names in double quotes; shares nothing with the reader.
final class PrintedPolicy {
  private PrintedPolicy() {}

  static String of(PolicyCatalogue catalogue) {
    Map<String, List<Category>> branches = new LinkedHashMap<>();
    for (Category category : catalogue.categories()) {
      branches.computeIfAbsent(category.dsaCategory(), dsa -> new ArrayList<>()).add(category);
    }
    return "format: 1\nmatching: {radius: 1, min-quality: 1}\ncategories:\n"
        + branches.values().stream().map(PrintedPolicy::branch).collect(Collectors.joining())
        + catalogue.clocks().stream()
            .map(PrintedPolicy::clock)
            .collect(Collectors.joining(", ", "clocks: [", "]\n"))
        + review(catalogue.review());
  }

  private static String review(ReviewRules review) {
    return "review: {quality-sample: " + review.qualitySample() + ", rules: "
        + review.rules().stream()
            .map(PrintedPolicy::rule)
            .collect(Collectors.joining(", ", "[", "]"))
        + ", strikes: {days: " + review.strikes().days() + ", ladders: "
        + review.strikes().ladders().stream()
            .map(PrintedPolicy::ladder)
            .collect(Collectors.joining(", ", "[", "]}"))
        + ", large-room: " + review.largeRoom()
        + review.unreadable().map(key -> ", unreadable: " + key.value()).orElse("")
        + review.queues().stream()
            .map(queue -> "{key: " + queue.key() + ", names: " + names(queue.names()) + "}")
            .collect(Collectors.joining(", ", ", queues: [", "]}\n"));
  }

  private static String ladder(Ladder ladder) {
    String reach =
        switch (ladder.reach()) {
          case Reach.OfCategory(CategoryKey key) -> "category: " + key.value() + ", ";
          case Reach.OfSeverity(Severity severity) -> "severity: " + severity.word() + ", ";
          case Reach.Everything() -> "";
        };
    return ladder.steps().stream()
        .map(
            step -> "{strikes: " + step.strikes() + ", account: " + sanction(step.sanction()) + "}")
        .collect(Collectors.joining(", ", "{" + reach + "steps: [", "]}"));
  }

  private static String sanction(Sanction sanction) {
    return switch (sanction) {
      case Sanction.None() -> "none";
      case Sanction.Suspension(int days) -> "suspend, days: " + days;
      case Sanction.Ban() -> "ban";
    };
  }

  private static String rule(ReviewRule rule) {
    return "{category: " + rule.category().value()
        + rule.queue().map(queue -> ", queue: " + queue).orElse("")
        + (rule.secondReviewer() ? ", second-reviewer: blind" : "")
        + rule.clock().map(clock -> ", clock: " + clock).orElse("")
        + rule.law().map(law -> ", law: " + quoted(law)).orElse("")
        + (rule.explanation().isEmpty() ? "" : ", explanation: " + names(rule.explanation()))
        + ", evidence-days: " + rule.evidenceDays() + "}";
  }

  private static String branch(List<Category> branch) {
    Category general = branch.getFirst();
    String narrower = branch.stream()
        .skip(1)
        .map(category -> "{" + values(category) + "}")
        .collect(Collectors.joining(", ", "[", "]"));
    return "  - {dsa-category: " + general.dsaCategory() + ", " + values(general) + ", narrower: "
        + narrower + "}\n";
  }

  private static String values(Category category) {
    String measures = category.measures().entrySet().stream()
        .map(entry -> entry.getKey().word() + ": " + entry.getValue().word())
        .collect(Collectors.joining(", "));
    return "key: " + category.key().value()
        + ", names: " + names(category.names())
        + ", keywords: [" + String.join(", ", category.dsaKeywords()) + "]"
        + ", severity: " + category.severity().word()
        + ", matching: {radius: " + category.matching().radius()
        + ", min-quality: " + category.matching().minQuality() + "}"
        + ", measures: {" + measures + "}"
        + ", confirmation: {exact: " + category.exact().word()
        + ", perceptual: " + category.perceptual().word() + "}";
  }

  private static String clock(Clock clock) {
    return "{key: " + clock.key() + ", names: " + names(clock.names()) + ", regime: "
        + quoted(clock.regime()) + ", " + clock.bound().word() + ": "
        + clock.term().text()
        + "}";
  }

  private static String names(Map<Language, String> names) {
    return names.entrySet().stream()
        .map(name -> name.getKey().code() + ": " + quoted(name.getValue()))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
