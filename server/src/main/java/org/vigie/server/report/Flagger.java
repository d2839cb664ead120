package org.vigie.server.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.vigie.server.access.Agreement;
import org.vigie.server.access.Caller;
import org.vigie.server.access.OrganisationId;
import org.vigie.server.access.Permission;
import org.vigie.server.policy.CategoryKey;

/// The status of an organisation: its awarder, scope and dates.
///
/// @param awarder the Digital Services Coordinator of a trusted flagger; for a partner, the other
///     party of the agreement
/// @param categories its scope; within it its notices come first
/// @param from the first day
/// @param until the last day; without it, until the status is ended
public record Flagger(
    OrganisationId organisation,
    Status status,
    String awarder,
    Set<CategoryKey> categories,
    LocalDate from,
    Optional<LocalDate> until,
    Check check) {
  public Flagger {
    categories = Set.copyOf(categories);
  }

  /// The kinds of status.
  public enum Status {
    /// Regulation (EU) 2022/2065, Art. 22.
    TRUSTED_FLAGGER,
    /// A hotline without that status, first by agreement; counted apart.
    PARTNER
  }

  /// The state of its verification by two of our people.
  public sealed interface Check {
    /// One person has proposed it.
    ///
    /// @param by the reference of a caller
    record Proposed(String by, Instant at) implements Check {
      /// Returns the consent that it needs. The proposal stays pending until it is verified,
      /// replaced or ended.
      public Agreement agreement() {
        return new Agreement(
            Caller.of(by),
            Optional.of(Permission.FLAGGERS_WRITE),
            Permission.FLAGGERS_WRITE,
            Optional.empty(),
            at);
      }
    }

    /// A second person has verified it.
    record Verified(String proposedBy, String by, Instant at) implements Check {}

    /// A person has ended it.
    record Ended(String by, Instant at) implements Check {}
  }

  /// Returns whether it counts on a day.
  public boolean standsOn(LocalDate day) {
    return check instanceof Check.Verified
        && !day.isBefore(from)
        && until.map(last -> !day.isAfter(last)).orElse(true);
  }

  /// Returns whether a category is in its scope.
  public boolean covers(CategoryKey category) {
    return categories.contains(category);
  }
}
