package org.vigie.server.review.reversing;

import java.time.Instant;
import java.util.Optional;
import org.vigie.server.access.PersonId;
import org.vigie.server.review.CaseId;
import org.vigie.server.review.DecisionId;

/// A request to correct a decision that took effect.
///
/// @param blind whether the next reviewer does not see the decision
/// @param answer of the second person, where one was needed and has answered
public record Correction(
    CorrectionId id,
    DecisionId decision,
    CaseId subject,
    CorrectionKind kind,
    Said asked,
    boolean blind,
    State state,
    Optional<Said> answer) {
  /// The longest reason.
  public static final int MOST = 2_000;

  /// Who said something, when, and why.
  public record Said(PersonId by, Instant at, String reason) {
    /// Returns whether a reason has 1 to [#MOST] characters.
    static boolean isReason(String text) {
      return !text.isBlank() && text.length() <= MOST;
    }
  }

  /// The state of a request.
  public enum State {
    /// A second person has to agree.
    WAITS,
    /// The case was opened again.
    DONE,
    /// The second person declined: the decision stands.
    DECLINED,
    /// The requester withdrew it.
    WITHDRAWN
  }

  /// Returns whether it waits for a second person.
  public boolean waits() {
    return state == State.WAITS;
  }

  /// Returns the same request with an answer.
  Correction answered(State other, Said said) {
    return new Correction(id, decision, subject, kind, asked, blind, other, Optional.of(said));
  }
}
