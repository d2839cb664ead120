package org.vigie.server.review.queueing;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vigie.server.access.PersonId;
import org.vigie.server.review.store.FilterStore;

/// The filters of each person: the last used one, and the named ones. Threads: any.
public final class OwnFilters {
  /// The longest name.
  public static final int LONGEST = 60;

  /// The most filters of a person.
  public static final int MOST = 20;

  private static final String LAST = "";

  private final FilterStore store;

  public OwnFilters(FilterStore store) {
    this.store = store;
  }

  /// Returns the filter that a person used last, at first [CaseFilter#WAITING].
  public CaseFilter last(PersonId person) {
    return store.of(person).getOrDefault(LAST, CaseFilter.WAITING);
  }

  /// Notes which filter a person uses.
  public void use(PersonId person, CaseFilter filter) {
    store.put(person, LAST, filter);
  }

  /// Returns the filters that a person gave a name, by name.
  public SortedMap<String, CaseFilter> named(PersonId person) {
    Map<String, CaseFilter> all = store.of(person);
    SortedMap<String, CaseFilter> named = new TreeMap<>(all);
    named.remove(LAST);
    return named;
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
