package org.vigie.server.access;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// Permission to open certain sealed evidence: for one person, one reason and a short time.
///
/// A grant is a claim: before it opens evidence, the vault asks [Grants] whether it is still in
/// force.
///
/// @param reason why, by identifiers and stable words: `case:123`; never content or names
/// @param evidence references of the objects that the grant opens
/// @param until when it ends
/// @param second the approver, if the purpose needs two people
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
