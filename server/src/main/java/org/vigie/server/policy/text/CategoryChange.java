package org.vigie.server.policy.text;

import java.util.Map;
import org.vigie.connector.Surface;
import org.vigie.server.policy.Category;
import org.vigie.server.policy.Confirmation;
import org.vigie.server.policy.ContentMeasure;
import org.vigie.server.policy.Severity;

/// The fields of a category that a form can change.
///
/// @param measures on every surface
/// @param exact whether an equal digest acts at once
/// @param perceptual whether a similar picture acts at once
public record CategoryChange(
    Severity severity,
    Map<Surface, ContentMeasure> measures,
    Confirmation exact,
    Confirmation perceptual) {
  public CategoryChange {
    measures = Map.copyOf(measures);
  }

  /// Returns the fields of a category as they are.
  public static CategoryChange of(Category category) {
    return new CategoryChange(
        category.severity(), category.measures(), category.exact(), category.perceptual());
  }

  /// Returns a category after this change.
  public Category appliedTo(Category category) {
    return new Category(
        category.key(),
        category.names(),
        category.dsaCategory(),
        category.dsaKeywords(),
        severity,
        category.matching(),
        measures,
        exact,
        perceptual);
  }
}
