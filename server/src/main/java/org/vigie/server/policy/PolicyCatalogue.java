package org.vigie.server.policy;

import java.util.List;
import java.util.Optional;

/// One revision of the catalogue, checked and unchanging.
///
/// @param clocks how long each legal regime gives for what
/// @param review how people review cases
public record PolicyCatalogue(
    PolicyRevision revision, List<Category> categories, List<Clock> clocks, ReviewRules review) {
  public PolicyCatalogue {
    categories = List.copyOf(categories);
    clocks = List.copyOf(clocks);
  }

  /// Makes a catalogue that says nothing about reviewing.
  public PolicyCatalogue(PolicyRevision revision, List<Category> categories, List<Clock> clocks) {
    this(revision, categories, clocks, ReviewRules.USUAL);
  }

  /// Returns the clock with a key.
  public Optional<Clock> clock(String key) {
    return clocks.stream().filter(clock -> clock.key().equals(key)).findFirst();
  }

  /// Returns a category of this revision.
  public Optional<Category> find(CategoryKey key) {
    return categories.stream().filter(category -> category.key().equals(key)).findFirst();
  }
}
