package org.vigie.server.review;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vigie.server.access.PersonId;

/// A case with all that one person may know of it.
///
/// @param holder who holds it, and until when
/// @param decisions oldest first; while the case waits for a second reviewer, without the first
///     decision, unless the person made it
/// @param related other cases about the account, newest first
/// @param present who else has it open
/// @param outlook what somebody should know before they decide
/// @param barred whether others have to decide it: the person did so before, reported it, or is
///     no lead where one has to settle it
/// @param judged the decision that the person, a lead, is to judge again
public record CaseFile(
    Case subject,
    Optional<Holder> holder,
    List<PastDecision> decisions,
    List<CaseNote> notes,
    List<Case> related,
    List<PersonId> present,
    Outlook outlook,
    boolean barred,
    Optional<DecisionId> judged) {
  public CaseFile {
    decisions = List.copyOf(decisions);
    notes = List.copyOf(notes);
    related = List.copyOf(related);
    present = List.copyOf(present);
  }

  /// Who holds a case.
  public record Holder(PersonId person, Instant until) {}

  /// A decision and where it stands.
  public record PastDecision(Decision decision, Standing standing) {}

  /// Where a decision stands.
  public enum Standing {
    /// Can be taken back for a moment.
    PENDING,
    TAKEN_BACK,
    /// One of several that the policy wants.
    COUNTED,
    /// Took effect.
    FINAL
  }
}
