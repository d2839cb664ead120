package org.vigie.server.policy;

import java.util.List;
import java.util.Optional;

/// One revision of the catalogue, checked and unchanging.
///
/// @param clocks how long each legal regime gives for what
public record PolicyCatalogue(
    PolicyRevision revision, List<Category> categories, List<Clock> clocks) {
  public PolicyCatalogue {
    categories = List.copyOf(categories);
    clocks = List.copyOf(clocks);
  }

  /// Returns a category of this revision.
  public Optional<Category> find(CategoryKey key) {
    return categories.stream().filter(category -> category.key().equals(key)).findFirst();
  }
}
