package org.vigie.server.review.viewing;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vigie.server.access.PersonId;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.review.store.ViewingStore;

/// The veils that people chose. The installation's minimum always applies, even to people who chose
/// less before it was raised. Threads: any.
public final class Viewings {
  private final ViewingStore store;
  private final Veil least;

  Viewings(ViewingStore store, ViewingSettings settings) {
    this.store = store;
    this.least = settings.least();
  }

  /// Returns the minimum of the installation.
  public Veil least() {
    return least;
  }

  /// Returns the veils of a person.
  public Viewing of(PersonId person) {
    Map<Optional<CategoryKey>, Veil> chosen = store.of(person);
    Veil usual = chosen.getOrDefault(Optional.<CategoryKey>empty(), Veil.USUAL);
    return new Viewing(
        usual.atLeast(least),
        chosen.entrySet().stream()
            .filter(entry -> entry.getKey().isPresent())
            .collect(Collectors.toMap(
                entry -> entry.getKey().orElseThrow(), entry -> entry.getValue().atLeast(least))));
  }

  /// Stores the choice of a person.
  ///
  /// @param category empty for all that have no choice of their own
  public void choose(PersonId person, Optional<CategoryKey> category, Veil veil) {
    store.put(person, category, veil);
  }

  /// Removes the choice for one category.
  public void forget(PersonId person, CategoryKey category) {
    store.remove(person, category);
  }
}
