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
import org.vigie.server.review.reversing.Correction;

/// A case with everything that one person may know about it.
///
/// @param holder the holder, and the end of the lock
/// @param decisions oldest first; while a second reviewer is needed, without the first decision,
///     unless the person made it
/// @param related other cases about its account or its content
/// @param present the other people who have it open
/// @param outlook the facts to know before deciding
/// @param ended the members that it matched and that have ended since
/// @param barred whether the person must not decide it: they decided it before, reported it, or are
///     no lead when a lead has to settle it
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

  /// Cases related to another one, newest first, each in one place only.
  ///
  /// @param ofContent those with the same scan, notice or evidence, except those of categories
  ///     that the person does not review
  /// @param notReviewed the number of cases of such categories
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

  /// A decision and its state.
  ///
  /// @param correction the last request to correct it, if there was one
  public record PastDecision(
      Decision decision, Standing standing, Optional<Correction> correction) {}

  /// The state of a decision.
  public enum Standing {
    /// Can be taken back for a moment.
    PENDING,
    TAKEN_BACK,
    /// One of several that the policy wants.
    COUNTED,
    /// Took effect and counts.
    FINAL,
    /// Took effect, and no longer counts.
    REVERSED
  }
}
