package org.vigie.server.policy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.vigie.server.frame.Language;

/// How people review; `docs/formats/policy.md`, section 5.
///
/// @param qualitySample of how many in a hundred decisions a lead judges the case again, 0 to
///     100
/// @param rules of the categories about which something is said, each once
/// @param strikes what follows when an account breaks the rules again
/// @param largeRoom from how many members on whoever decides about a room confirms it twice
/// @param unreadable under which category a person looks at public media that no scan could
///     read; without one, nobody does
/// @param queues what people call queues, each once; those of rules and those of severities
public record ReviewRules(
    int qualitySample,
    List<ReviewRule> rules,
    StrikeRules strikes,
    int largeRoom,
    Optional<CategoryKey> unreadable,
    List<NamedQueue> queues) {
  /// How many members make a room large where a catalogue says nothing.
  public static final int USUAL_LARGE_ROOM = 1_000;

  /// What holds where a catalogue says nothing.
  public static final ReviewRules USUAL = new ReviewRules(0, List.of());

  /// Makes rules that say nothing besides.
  public ReviewRules(int qualitySample, List<ReviewRule> rules) {
    this(qualitySample, rules, StrikeRules.USUAL, USUAL_LARGE_ROOM, Optional.empty(), List.of());
  }

  public ReviewRules {
    rules = List.copyOf(rules);
    queues = List.copyOf(queues);
  }

  /// Returns what people call a queue, where the policy says so.
  public Optional<String> queueName(String key, Language language) {
    return queues.stream()
        .filter(queue -> queue.key().equals(key))
        .findFirst()
        .map(queue -> Objects.requireNonNull(queue.names().get(language)));
  }

  /// Returns the rule of a category.
  public ReviewRule of(CategoryKey category) {
    return rules.stream()
        .filter(rule -> rule.category().equals(category))
        .findFirst()
        .orElseGet(() -> ReviewRule.usual(category));
  }

  /// What people call a queue in which cases wait.
  ///
  /// @param key what rules call it
  /// @param names in every language of the screens
  public record NamedQueue(String key, Map<Language, String> names) {
    public NamedQueue {
      names = Map.copyOf(names);
    }
  }
}
