package org.vigie.server.policy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.vigie.server.frame.Language;

/// The rules of reviewing; `docs/formats/policy.md`, section 5.
///
/// @param qualitySample the percentage of decisions that a lead judges again, 0 to 100
/// @param rules of the categories that have one, each once
/// @param strikes the consequences of repeated violations by an account
/// @param largeRoom the number of members from which decisions about a room are confirmed twice
/// @param unreadable the category under which a person looks at public media that no scan could
///     read; without one, no person does
/// @param queues the names of queues, each once; of rules and of severities
/// @param helpLines for people whose life is in danger, in the operator's order
/// @param facts of the categories that have some, each once
public record ReviewRules(
    int qualitySample,
    List<ReviewRule> rules,
    StrikeRules strikes,
    int largeRoom,
    Optional<CategoryKey> unreadable,
    List<NamedQueue> queues,
    List<HelpLine> helpLines,
    List<Facts> facts) {
  /// The key of the queue for danger to life.
  public static final String DANGER_QUEUE = "danger-to-life";

  /// The default size of a large room, in members.
  public static final int USUAL_LARGE_ROOM = 1_000;

  /// The default.
  public static final ReviewRules USUAL = new ReviewRules(0, List.of());

  /// Makes rules with defaults for everything else.
  public ReviewRules(int qualitySample, List<ReviewRule> rules) {
    this(qualitySample, rules, StrikeRules.USUAL, USUAL_LARGE_ROOM, Optional.empty(), List.of());
  }

  /// Makes rules without help lines.
  public ReviewRules(
      int qualitySample,
      List<ReviewRule> rules,
      StrikeRules strikes,
      int largeRoom,
      Optional<CategoryKey> unreadable,
      List<NamedQueue> queues) {
    this(qualitySample, rules, strikes, largeRoom, unreadable, queues, List.of(), List.of());
  }

  public ReviewRules {
    helpLines = List.copyOf(helpLines);
    facts = List.copyOf(facts);
    rules = List.copyOf(rules);
    queues = List.copyOf(queues);
  }

  /// Returns the name of a queue, if the policy has one.
  public Optional<String> queueName(String key, Language language) {
    return queues.stream()
        .filter(queue -> queue.key().equals(key))
        .findFirst()
        .map(queue -> Objects.requireNonNull(queue.names().get(language)));
  }

  /// Returns the facts that a reviewer can choose to state about content of a category.
  public List<String> factsOf(CategoryKey category, Language language) {
    return facts.stream()
        .filter(each -> each.category().equals(category))
        .flatMap(each -> each.texts().stream())
        .map(text -> Objects.requireNonNull(text.get(language)))
        .toList();
  }

  /// The facts that a reviewer can choose to state about content of a category.
  ///
  /// @param texts each in every language of the screens, to follow a colon
  public record Facts(CategoryKey category, List<Map<Language, String>> texts) {
    public Facts {
      texts = texts.stream().<Map<Language, String>>map(Map::copyOf).toList();
    }
  }

  /// Returns the rule of a category.
  public ReviewRule of(CategoryKey category) {
    return rules.stream()
        .filter(rule -> rule.category().equals(category))
        .findFirst()
        .orElseGet(() -> ReviewRule.usual(category));
  }

  /// Returns the categories in which somebody's life is in danger: a finding there is no strike
  /// against anybody.
  public Set<CategoryKey> dangers() {
    return rules.stream()
        .filter(ReviewRule::danger)
        .map(ReviewRule::category)
        .collect(Collectors.toUnmodifiableSet());
  }

  /// A service for people whose life is in danger.
  ///
  /// @param country its ISO 3166-1 code
  /// @param contact a phone number or an address, as people use it there
  /// @param source who says so, and when it was checked
  public record HelpLine(String country, String name, String contact, String source) {}

  /// The name of a queue.
  ///
  /// @param key the key of the queue in rules
  /// @param names in every language of the screens
  public record NamedQueue(String key, Map<Language, String> names) {
    public NamedQueue {
      names = Map.copyOf(names);
    }
  }
}
