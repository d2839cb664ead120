package org.vigie.server.review.queueing;

import java.util.SortedMap;
import java.util.TreeMap;
import org.vigie.server.access.PersonId;
import org.vigie.server.review.store.FilterStore;

/// The filters that people gave a name. Threads: any.
public final class OwnFilters {
  /// The longest name.
  public static final int LONGEST = 60;

  /// The most filters of a person.
  public static final int MOST = 20;

  private final FilterStore store;

  public OwnFilters(FilterStore store) {
    this.store = store;
  }

  /// Returns the filters that a person gave a name, by name.
  public SortedMap<String, CaseFilter> named(PersonId person) {
    return new TreeMap<>(store.of(person));
  }

  /// Keeps a filter under a name, and replaces an older one of that name. Returns false if the
  /// person has [#MOST] others.
  ///
  /// @param name 1 to [#LONGEST] characters
  public boolean keep(PersonId person, String name, CaseFilter filter) {
    SortedMap<String, CaseFilter> named = named(person);
    boolean fits = named.size() < MOST || named.containsKey(name);
    if (fits) {
      store.put(person, name, filter);
    }
    return fits;
  }

  /// Forgets a filter.
  public void forget(PersonId person, String name) {
    store.remove(person, name);
  }
}
