package org.vigie.server.policy;

import java.util.List;

/// How people review; `docs/formats/policy.md`, section 5.
///
/// @param qualitySample of how many in a hundred decisions a lead judges the case again, 0 to
///     100
/// @param rules of the categories about which something is said, each once
public record ReviewRules(int qualitySample, List<ReviewRule> rules) {
  /// What holds where a catalogue says nothing.
  public static final ReviewRules USUAL = new ReviewRules(0, List.of());

  public ReviewRules {
    rules = List.copyOf(rules);
  }

  /// Returns the rule of a category.
  public ReviewRule of(CategoryKey category) {
    return rules.stream()
        .filter(rule -> rule.category().equals(category))
        .findFirst()
        .orElseGet(() -> ReviewRule.usual(category));
  }
}
