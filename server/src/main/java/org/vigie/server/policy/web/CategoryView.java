package org.vigie.server.policy.web;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.vigie.connector.Surface;
import org.vigie.server.frame.Texts;
import org.vigie.server.frame.Tone;
import org.vigie.server.policy.Category;
import org.vigie.server.policy.Confirmation;
import org.vigie.server.policy.Severity;

/// A category in words.
///
/// @param narrower whether it is under a general one
/// @param keywords of the DSA, in words
/// @param measures the measure on each surface, in the order of [Surface]
public record CategoryView(
    Category category,
    boolean narrower,
    String name,
    List<String> keywords,
    List<String> measures,
    String severity,
    String exact,
    String perceptual) {
  public CategoryView {
    keywords = List.copyOf(keywords);
    measures = List.copyOf(measures);
  }

  static CategoryView of(Category category, boolean narrower, Texts texts) {
    return new CategoryView(
        category,
        narrower,
        category.name(texts.language()),
        category.dsaKeywords().stream()
            .map(word -> texts.get("keyword." + word))
            .toList(),
        Arrays.stream(Surface.values())
            .map(surface -> texts.get(
                "policy.measure", Objects.requireNonNull(category.measures().get(surface))))
            .toList(),
        texts.get("policy.severity", category.severity()),
        texts.get("policy.confirmation", category.exact()),
        texts.get("policy.confirmation", category.perceptual()));
  }

  /// Returns the tone of the severity.
  public Tone tone() {
    return switch (category.severity()) {
      case LOW -> Tone.NEUTRAL;
      case MEDIUM -> Tone.WAITING;
      case HIGH -> Tone.WARNING;
      case CRITICAL -> Tone.BAD;
    };
  }

  /// Returns whether a machine may act on it alone.
  public boolean actsAlone() {
    return category.exact() == Confirmation.AUTOMATIC
        || category.perceptual() == Confirmation.AUTOMATIC;
  }

  /// Returns whether it is among the gravest.
  public boolean isCritical() {
    return category.severity() == Severity.CRITICAL;
  }

  /// Returns the keywords, separated by dots.
  public String keywordsInWords() {
    return String.join(" · ", keywords);
  }
}
