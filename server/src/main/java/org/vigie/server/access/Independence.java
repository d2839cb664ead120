package org.vigie.server.access;

import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.vigie.server.access.store.IssueStore;

/// Whether two people count as two: they do not if one administrator alone gave both their
/// access, or one gave it to the other, and it has not been in sight for a day. Threads: any.
public final class Independence {
  private final IssueStore issues;
  private final InstantSource clock;

  public Independence(IssueStore issues, InstantSource clock) {
    this.issues = issues;
    this.clock = clock;
  }

  /// Returns whether one can be asked to agree to what the other does.
  public boolean isBetween(PersonId one, PersonId other) {
    return Collections.disjoint(responsible(one), responsible(other));
  }

  /// Returns who is responsible for what a person does: they, whoever alone gave them anything of
  /// their access, and whoever gave it to those.
  private Set<String> responsible(PersonId person) {
    Set<String> all = new HashSet<>();
    Deque<String> next = new ArrayDeque<>(Set.of(new Caller.Person(person).reference()));
    while (!next.isEmpty()) {
      String present = next.remove();
      if (all.add(present)) {
        issues.aloneIssuers(present, clock.instant()).stream()
            .filter(issuer -> issuer.startsWith("person:"))
            .forEach(next::add);
      }
    }
    return all;
  }
}
