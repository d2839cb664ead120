package org.vigie.server.access;

import java.time.Duration;
import java.util.Set;

/// A request for a grant.
///
/// @param holder the person who would open evidence
/// @param reason why, by identifiers and stable words, 1 to 200 characters: `case:123`; never
///     content or names
/// @param evidence references of the objects that the grant would open
/// @param validity how long the grant would be in force, up to [Purpose#longest()]; counted from
///     the approval if the purpose needs two people
public record GrantRequest(
    PersonId holder, Purpose purpose, String reason, Set<String> evidence, Duration validity) {
  /// The most characters that a reason has.
  public static final int LONGEST_REASON = 200;

  public GrantRequest {
    evidence = Set.copyOf(evidence);
    if (evidence.isEmpty()) {
      throw new IllegalArgumentException("a grant covers at least one object");
    }
    if (reason.isBlank()
        || reason.length() > LONGEST_REASON
        || reason.codePoints().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("a reason has 1 to " + LONGEST_REASON
          + " characters, no control characters, and is not blank");
    }
    if (validity.compareTo(Duration.ofSeconds(1)) < 0
        || validity.compareTo(purpose.longest()) > 0) {
      throw new IllegalArgumentException(
          "a grant stands 1 second to " + purpose.longest() + ": " + validity);
    }
  }
}
