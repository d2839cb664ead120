package org.vigie.server.review.viewing;

import java.util.Map;
import org.vigie.server.policy.CategoryKey;

/// The veils that one person chose.
///
/// @param usual for all categories but those below
/// @param special for some categories
public record Viewing(Veil usual, Map<CategoryKey, Veil> special) {
  public Viewing {
    special = Map.copyOf(special);
  }

  /// Returns the veil for a category.
  public Veil of(CategoryKey category) {
    return special.getOrDefault(category, usual);
  }
}
