package org.vigie.server.access;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// An API key as people see it: everything but its secret.
///
/// @param ratePerSecond how many requests a second it may make
/// @param createdBy the reference of a [Caller]
/// @param lastUsedAt to within some seconds; empty if never
/// @param revokedAt empty while it counts
public record ApiKey(
    KeyId id,
    KeyName name,
    Set<Scope> scopes,
    int ratePerSecond,
    Instant createdAt,
    String createdBy,
    Optional<Instant> lastUsedAt,
    Optional<Instant> revokedAt) {
  public ApiKey {
    scopes = Set.copyOf(scopes);
    if (scopes.isEmpty()) {
      throw new IllegalArgumentException("an API key needs at least one scope");
    }
    if (ratePerSecond < 1 || ratePerSecond > ApiKeys.MAX_RATE) {
      throw new IllegalArgumentException(
          "an API key may make 1 to " + ApiKeys.MAX_RATE + " requests a second");
    }
  }
}
