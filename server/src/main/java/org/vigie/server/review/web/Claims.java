package org.vigie.server.review.web;

import java.util.Optional;
import org.vigie.server.review.CaseId;
import org.vigie.server.review.deciding.ClaimOutcome;

/// The answers to claims.
public final class Claims {
  private Claims() {}

  /// Returns the address of a case.
  static String address(CaseId id) {
    return "/review/cases/" + id.value();
  }

  /// Returns the address of the claimed case, or of the list.
  static String address(ClaimOutcome outcome, Within within) {
    return outcome instanceof ClaimOutcome.Claimed claimed
        ? within.address(address(claimed.claimed().id()))
        : within.list();
  }

  /// Returns the key of the sentence that says why nothing was claimed.
  static Optional<String> refusal(ClaimOutcome outcome) {
    return switch (outcome) {
      case ClaimOutcome.Claimed _ -> Optional.empty();
      case ClaimOutcome.NothingWaits _ -> Optional.of("review.notice.nothing-waits");
      case ClaimOutcome.Taken _ -> Optional.of("review.notice.taken");
      case ClaimOutcome.Conflict _ -> Optional.of("review.notice.conflict");
      case ClaimOutcome.BreakDue _ -> Optional.of("review.notice.break-due");
    };
  }
}
