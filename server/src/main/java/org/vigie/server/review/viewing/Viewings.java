package org.vigie.server.review.viewing;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vigie.server.access.PersonId;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.review.store.ViewingStore;

/// How people want to see media, as far as the installation lets them: what they get is never
/// less than its minimum, whatever they chose and whenever. Threads: any.
public final class Viewings {
  private final ViewingStore store;
  private final Veil least;

  Viewings(ViewingStore store, ViewingSettings settings) {
    this.store = store;
    this.least = settings.least();
  }

  /// Returns what nobody gets less of.
  public Veil least() {
    return least;
  }

  /// Returns how a person sees media.
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

  /// Keeps what a person chose.
  ///
  /// @param category for which harm; empty for all that have no choice of their own
  public void choose(PersonId person, Optional<CategoryKey> category, Veil veil) {
    store.put(person, category, veil);
  }

  /// Lets a harm be seen as all others are.
  public void forget(PersonId person, CategoryKey category) {
    store.remove(person, category);
  }
}
