package org.vigie.server.review.queueing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vigie.server.access.PersonId;
import org.vigie.server.bank.MemberId;
import org.vigie.server.review.Decision;
import org.vigie.server.review.DecisionId;
import org.vigie.server.review.cases.Case;
import org.vigie.server.review.deciding.Outlook;

/// A case with everything that one person may know about it.
///
/// @param holder who holds it, and until when
/// @param decisions oldest first; while the case waits for a second reviewer, without the first
///     decision, unless the person made it
/// @param related other cases about its account or its content
/// @param present who else has it open
/// @param outlook the facts to know before deciding
/// @param ended the members that it matched and that have ended since
/// @param barred whether others have to decide it: the person decided it before, reported it, or
///     is no lead when a lead has to settle it
/// @param judged the decision that the person, a lead, is to judge again
public record CaseFile(
    Case subject,
    Optional<Holder> holder,
    List<PastDecision> decisions,
    List<CaseNote> notes,
    Related related,
    List<PersonId> present,
    Outlook outlook,
    List<EndedMember> ended,
    boolean barred,
    Optional<DecisionId> judged) {
  public CaseFile {
    decisions = List.copyOf(decisions);
    notes = List.copyOf(notes);
    present = List.copyOf(present);
    ended = List.copyOf(ended);
  }

  /// Cases that have to do with another one, newest first, each in one place only.
  ///
  /// @param ofContent those that were told of by the same scan or notice, or that have the same
  ///     evidence, except those of categories that the person does not review
  /// @param notReviewed how many there are of such categories
  public record Related(List<Case> ofAccount, List<Case> ofContent, int notReviewed) {
    public Related {
      ofAccount = List.copyOf(ofAccount);
      ofContent = List.copyOf(ofContent);
    }
  }

  /// Who holds a case.
  public record Holder(PersonId person, Instant until) {}

  /// A member of a bank that has ended.
  public record EndedMember(MemberId member, Instant at) {}

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
