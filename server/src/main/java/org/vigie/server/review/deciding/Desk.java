package org.vigie.server.review.deciding;

import java.util.List;
import java.util.Optional;
import org.vigie.server.access.PersonId;
import org.vigie.server.review.CaseId;
import org.vigie.server.review.DecisionId;
import org.vigie.server.review.Verdict;
import org.vigie.server.review.cases.Case;
import org.vigie.server.review.cases.CaseQuery;
import org.vigie.server.review.cases.Upcoming;

/// The desk of a reviewer, who claims, releases, skips, decides and takes back. Threads: any.
public interface Desk {
  /// Claims the next of all cases.
  default ClaimOutcome claimNext(PersonId reviewer) {
    return claimNext(reviewer, CaseQuery.ALL);
  }

  /// Claims the next case that this person may and can decide, for ten minutes; empty when there
  /// is none.
  ///
  /// @param within the cases to choose from; their state does not count
  ClaimOutcome claimNext(PersonId reviewer, CaseQuery within);

  /// Reserves the case that this person would get next, so that it can be fetched while they
  /// work on another; empty when there is none, or a break is due. It still waits, and others
  /// are handed other cases first.
  Optional<Case> reserve(PersonId reviewer, CaseQuery within);

  /// Returns the twenty open cases that this person may be handed next, the next first. None when
  /// a break is due.
  List<Upcoming> upcoming(PersonId reviewer, CaseQuery within);

  /// Claims one case.
  ClaimOutcome claim(PersonId reviewer, CaseId id);

  /// Keeps a claim for ten more minutes; false when it is lost.
  boolean keep(PersonId reviewer, CaseId id);

  /// Puts a case back.
  void release(PersonId reviewer, CaseId id);

  /// Puts a case back and does not offer it to this person again.
  void skip(PersonId reviewer, CaseId id, String reason);

  /// Puts a case back for leads other than this person, who says why in a note.
  void passUp(PersonId reviewer, CaseId id);

  /// Decides a case that calls for no caution.
  default DecideOutcome decide(PersonId reviewer, CaseId id, long version, Verdict verdict) {
    return decide(reviewer, id, Ruling.plain(version, verdict));
  }

  /// Decides a case.
  DecideOutcome decide(PersonId reviewer, CaseId id, Ruling ruling);

  /// Takes a decision back that is not final; false when it is too late.
  default boolean undo(PersonId reviewer, DecisionId id) {
    return undo(reviewer, id, Optional.empty());
  }

  /// Takes a decision back that is not final, and puts the case back that the person was handed
  /// after it; false when it is too late.
  boolean undo(PersonId reviewer, DecisionId id, Optional<CaseId> handed);
}
