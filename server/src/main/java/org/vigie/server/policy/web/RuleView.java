package org.vigie.server.policy.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.server.frame.Texts;
import org.vigie.server.policy.Category;
import org.vigie.server.policy.PolicyCatalogue;
import org.vigie.server.policy.ReviewRule;
import org.vigie.server.policy.ReviewRules;
import org.vigie.server.policy.Sanction;
import org.vigie.server.policy.StrikeRules.Ladder;

/// The rule of reviewing cases of one category, in words.
///
/// @param narrower whether the category is under a general one
/// @param queue the queue of its cases
/// @param evidence the time for which their evidence is kept
/// @param ladder the sanctions that are recommended, by earlier violations; fewest first
/// @param besides further rules of the category
public record RuleView(
    String name,
    boolean narrower,
    String queue,
    String evidence,
    List<String> ladder,
    List<String> besides) {
  public RuleView {
    ladder = List.copyOf(ladder);
    besides = List.copyOf(besides);
  }

  static RuleView of(Category category, boolean narrower, PolicyCatalogue policy, Texts texts) {
    ReviewRule rule = policy.review().of(category.key());
    return new RuleView(
        category.name(texts.language()),
        narrower,
        queue(category, rule, policy, texts),
        texts.get("policy.term.days", rule.evidenceDays()),
        policy.review().strikes().of(category.key(), category.severity()).stream()
            .flatMap(ladder -> ladder.steps().stream())
            .map(step -> step(step, texts))
            .toList(),
        besides(rule, policy, texts));
  }

  private static String queue(
      Category category, ReviewRule rule, PolicyCatalogue policy, Texts texts) {
    String key = rule.danger()
        ? ReviewRules.DANGER_QUEUE
        : rule.queue().orElse(category.severity().word());
    return policy
        .review()
        .queueName(key, texts.language())
        .or(rule::queue)
        .orElseGet(() -> texts.get("policy.queue", category.severity()));
  }

  private static String step(Ladder.Step step, Texts texts) {
    String sanction =
        switch (step.sanction()) {
          case Sanction.None _ -> texts.get("policy.sanction.none");
          case Sanction.Suspension(int days) ->
            texts.get("policy.sanction.suspend", texts.get("policy.term.days", days));
          case Sanction.Ban _ -> texts.get("policy.sanction.ban");
        };
    return texts.get("policy.rule.step", step.strikes(), sanction);
  }

  private static List<String> besides(ReviewRule rule, PolicyCatalogue policy, Texts texts) {
    Optional<String> clock = rule.clock()
        .flatMap(policy::clock)
        .map(due -> ClockView.of(due, texts))
        .map(due -> texts.get("policy.rule.clock", due.term(), due.name()));
    Optional<String> law = rule.law().map(text -> texts.get("policy.rule.law", text));
    Optional<String> second = rule.secondReviewer()
        ? Optional.of(texts.get("policy.rule.second-reviewer"))
        : Optional.empty();
    Optional<String> explanation = Optional.ofNullable(rule.explanation().get(texts.language()))
        .map(text -> texts.get("policy.rule.explanation", text));
    Optional<String> danger =
        rule.danger() ? Optional.of(texts.get("policy.rule.danger")) : Optional.empty();
    return Stream.of(danger, second, clock, law, explanation)
        .flatMap(Optional::stream)
        .toList();
  }
}
