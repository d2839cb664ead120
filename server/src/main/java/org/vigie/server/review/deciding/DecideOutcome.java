package org.vigie.server.review.deciding;

import java.util.Optional;
import org.vigie.server.review.Decision;

/// How deciding a case ended.
public sealed interface DecideOutcome {
  /// It is decided, and final soon.
  record Decided(Decision decision) implements DecideOutcome {}

  /// The claim is lost, or the case changed meanwhile; nothing was decided.
  record Lost() implements DecideOutcome {}

  /// The verdict is not one that the policy allows.
  ///
  /// @param field with the defect
  /// @param defect a stable name
  /// @param found the words that have to go, where some have to
  record Malformed(String field, String defect, Optional<String> found) implements DecideOutcome {
    /// Makes a defect without words that have to go.
    public Malformed(String field, String defect) {
      this(field, defect, Optional.empty());
    }
  }

  /// The verdict closes an account or a room for good, and the person has neither looked at the
  /// media nor said why not; nothing was decided.
  record NotLookedAt() implements DecideOutcome {}

  /// The verdict has an impact that was not confirmed a second time;
  /// nothing was decided.
  record Unconfirmed(Impact impact) implements DecideOutcome {}
}
