package org.vigie.server.access;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// Leave to open certain sealed evidence: for one person, one reason and a short time.
///
/// A grant is a claim; whoever opens evidence for it asks [Grants] whether it still stands.
///
/// @param reason why, by identifiers and stable words: `case:123`; never content or names
/// @param evidence what may be opened, by identifier
/// @param until when it ends
/// @param second who agreed, where the purpose needs two people
public record Grant(
    GrantId id,
    PersonId holder,
    Purpose purpose,
    String reason,
    Set<String> evidence,
    Instant until,
    Optional<PersonId> second) {
  public Grant {
    evidence = Set.copyOf(evidence);
  }
}
