package org.vigie.server.access;

import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
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
    String first = origin(one);
    String second = origin(other);
    return !first.equals(second);
  }

  /// Returns who is responsible for what a person does: they, or whoever alone gave them access,
  /// or whoever gave it to those.
  private String origin(PersonId person) {
    String present = new Caller.Person(person).reference();
    Set<String> seen = new HashSet<>();
    while (seen.add(present)) {
      Optional<String> alone = issues
          .aloneIssuer(present, clock.instant())
          .filter(issuer -> issuer.startsWith("person:"));
      if (alone.isEmpty()) {
        return present;
      }
      present = alone.get();
    }
    return present;
  }
}
