package org.vigie.server.review.viewing;

import java.util.Map;
import org.vigie.server.policy.CategoryKey;

/// How one person wants to see media.
///
/// @param usual for all categories but those below
/// @param special for some harms, where the person wants it otherwise
public record Viewing(Veil usual, Map<CategoryKey, Veil> special) {
  public Viewing {
    special = Map.copyOf(special);
  }

  /// Returns the veil for a category.
  public Veil of(CategoryKey category) {
    return special.getOrDefault(category, usual);
  }
}
