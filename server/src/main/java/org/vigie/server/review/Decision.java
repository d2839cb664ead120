package org.vigie.server.review;

import java.time.Instant;

/// The accountable outcome of a case.
///
/// @param finalAt when it took effect, or will unless it is taken back
public record Decision(
    DecisionId id,
    CaseId subject,
    Stage stage,
    Decider decider,
    Verdict verdict,
    Instant madeAt,
    Instant finalAt) {
  /// Returns the role in which it was made.
  public DecidedAs decidedAs() {
    return switch (decider) {
      case Decider.Rule _ -> DecidedAs.POLICY;
      case Decider.Reviewer _ ->
        switch (stage) {
          case FIRST, SECOND -> DecidedAs.REVIEWER;
          case LEAD -> DecidedAs.LEAD;
        };
    };
  }
}
