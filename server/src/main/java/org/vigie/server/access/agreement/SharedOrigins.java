package org.vigie.server.access.agreement;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vigie.server.access.Caller;
import org.vigie.server.access.Independence;
import org.vigie.server.access.PersonId;
import org.vigie.server.access.store.IssueStore;

/// Finds out from the record of given access whether two people are independent. Threads: any.
public final class SharedOrigins implements Independence {
  private final IssueStore issues;
  private final InstantSource clock;

  public SharedOrigins(IssueStore issues, InstantSource clock) {
    this.issues = issues;
    this.clock = clock;
  }

  @Override
  public boolean isBetween(PersonId one, PersonId other) {
    return !one.equals(other) && sharedOrigin(one, other).isEmpty();
  }

  /// Returns why one cannot approve requests of the other. Returns empty if they can.
  ///
  /// @param other another person
  public Optional<SharedOrigin> sharedOrigin(PersonId one, PersonId other) {
    String first = reference(one);
    String second = reference(other);
    Givers givers = givers(first, second);
    Set<String> shared = givers.responsible(first, clock.instant());
    shared.retainAll(givers.responsible(second, clock.instant()));
    return shared.stream()
        .min(Comparator.comparing((String each) -> !each.equals(first))
            .thenComparing(each -> !each.equals(second))
            .thenComparing(Comparator.naturalOrder()))
        .map(giver -> new SharedOrigin(
            ((Caller.Person) Caller.of(giver)).id(),
            givers.isDirect(giver, first) && givers.isDirect(giver, second),
            givers.independentFrom(first, second)));
  }

  private static String reference(PersonId person) {
    return new Caller.Person(person).reference();
  }

  private Givers givers(String... people) {
    Map<String, List<IssueStore.Alone>> all = new HashMap<>();
    Deque<String> next = new ArrayDeque<>(List.of(people));
    while (!next.isEmpty()) {
      String holder = next.remove();
      if (!all.containsKey(holder)) {
        List<IssueStore.Alone> givers = issues.aloneIssuers(holder, clock.instant()).stream()
            .filter(giver -> giver.issuer().startsWith("person:"))
            .toList();
        all.put(holder, givers);
        givers.forEach(giver -> next.add(giver.issuer()));
      }
    }
    return new Givers(all);
  }

  /// The graph of people who alone gave access to others, and until when that counts.
  private record Givers(Map<String, List<IssueStore.Alone>> of) {
    /// Returns the people responsible for a person: the person, everybody who alone gave them part
    /// of their access, and everybody who gave it to those.
    Set<String> responsible(String person, Instant at) {
      Set<String> all = new HashSet<>();
      Deque<String> next = new ArrayDeque<>(Set.of(person));
      while (!next.isEmpty()) {
        String present = next.remove();
        if (all.add(present)) {
          of.getOrDefault(present, List.of()).stream()
              .filter(giver -> giver.until().isAfter(at))
              .forEach(giver -> next.add(giver.issuer()));
        }
      }
      return all;
    }

    boolean isDirect(String giver, String person) {
      return giver.equals(person)
          || of.getOrDefault(person, List.of()).stream()
              .anyMatch(each -> each.issuer().equals(giver));
    }

    /// Returns the first moment at which no one person is responsible for both.
    Instant independentFrom(String first, String second) {
      return of.values().stream()
          .flatMap(Collection::stream)
          .map(IssueStore.Alone::until)
          .sorted()
          .filter(at -> Collections.disjoint(responsible(first, at), responsible(second, at)))
          .findFirst()
          .orElseThrow();
    }
  }
}
