package org.vigie.server.review.queueing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vigie.server.frame.Language;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.policy.PolicyCatalogue;
import org.vigie.server.policy.ReviewRule;
import org.vigie.server.policy.ReviewRules;
import org.vigie.server.policy.ReviewRules.NamedQueue;
import org.vigie.server.policy.StrikeRules;
import org.vigie.server.review.ReviewWorld;
import org.vigie.server.review.cases.QueueName;

/// Queues in the order of their urgency.
final class QueueOrderTest {
  @Test
  void queues_areOrderedByTheGravestCategoryOfTheirRules() {
    PolicyCatalogue policy = policy(
        List.of("rescue", "children", "small"),
        rule(ReviewWorld.GRAVE, "children"),
        rule(ReviewWorld.TWICE, "pairs"),
        rule(ReviewWorld.PETTY, "small"));

    assertThat(sorted(
            policy,
            "trusted-flaggers",
            "gone",
            "low",
            "medium",
            "small",
            "pairs",
            "high",
            "critical",
            "children"))
        .containsExactly(
            "children",
            "critical",
            "trusted-flaggers",
            "high",
            "pairs",
            "medium",
            "small",
            "gone",
            "low");
  }

  @Test
  void queues_ofOneSeverity_areOrderedAsThePolicyNamesThem() {
    PolicyCatalogue policy = policy(List.of("z", "low", "a"));

    assertThat(sorted(policy, "low", "a", "b", "z")).containsExactly("z", "a", "b", "low");
  }

  @Test
  void queues_ofDangerToLife_comeFirstWhateverThePolicyNames() {
    PolicyCatalogue policy =
        policy(List.of("children", "rescue"), rule(ReviewWorld.GRAVE, "children"));

    assertThat(sorted(policy, "critical", "children", "danger-to-life", "low"))
        .containsExactly("danger-to-life", "children", "critical", "low");
  }

  private static PolicyCatalogue policy(List<String> named, ReviewRule... rules) {
    return new PolicyCatalogue(
        ReviewWorld.POLICY.revision(),
        ReviewWorld.POLICY.categories(),
        List.of(),
        rules(named, rules));
  }

  private static ReviewRules rules(List<String> named, ReviewRule... rules) {
    return new ReviewRules(
        0,
        List.of(rules),
        StrikeRules.USUAL,
        1_000,
        Optional.empty(),
        named.stream()
            .map(key -> new NamedQueue(key, Map.of(Language.EN, key, Language.FR, key)))
            .toList());
  }

  private static ReviewRule rule(CategoryKey category, String queue) {
    return new ReviewRule(
        category, Optional.of(queue), false, Optional.empty(), Optional.empty(), Map.of(), 365);
  }

  private static List<String> sorted(PolicyCatalogue policy, String... queues) {
    return Stream.of(queues)
        .map(QueueName::new)
        .sorted(QueueOrder.under(policy))
        .map(QueueName::value)
        .toList();
  }
}
