package org.vigie.server.review.reversing;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.vigie.server.access.Independence;
import org.vigie.server.access.PersonId;
import org.vigie.server.policy.Measure;
import org.vigie.server.review.CaseId;
import org.vigie.server.review.Decider;
import org.vigie.server.review.Decision;
import org.vigie.server.review.cases.Case;
import org.vigie.server.review.cases.CaseAccess;

/// Says who may ask for a correction, and who may agree to it. Threads: any.
public final class CorrectionRights {
  private final CaseAccess access;
  private final Independence independence;

  public CorrectionRights(CaseAccess access, Independence independence) {
    this.access = access;
    this.independence = independence;
  }

  /// Returns whether a person may ask this about a decision: people about their own, leads about
  /// those of others that are not hidden from them.
  public boolean mayAsk(PersonId person, Decision decision, Case subject, CorrectionKind kind) {
    return switch (kind) {
      case REVERSE, CHANGE -> isBy(person, decision);
      case LOOK_AGAIN ->
        access.isLead(person)
            && !isBy(person, decision)
            && access.toJudge(person, subject.id()).isEmpty()
            && !access.isBarred(person, subject);
    };
  }

  private static boolean isBy(PersonId person, Decision decision) {
    return decision.decider() instanceof Decider.Reviewer reviewer
        && reviewer.person().equals(person);
  }

  /// Returns whether a person may agree to a request or decline it: somebody independent of the
  /// requester who could decide the case, and from whom the decision is not hidden.
  public boolean mayAnswer(PersonId person, Correction asked, Case subject) {
    return asked.waits()
        && isSeen(person, subject)
        && !access.isBarred(person, subject)
        && independence.isBetween(asked.asked().by(), person);
  }

  /// Returns those of some requests that a person may answer, however many there are by the same
  /// few queries.
  ///
  /// @param subjects the cases of all of them
  Set<CorrectionId> answerable(PersonId person, List<Correction> all, Map<CaseId, Case> subjects) {
    Set<CaseId> closed = access.closedTo(person, subjects.values());
    return all.stream()
        .filter(one -> one.waits() && !closed.contains(one.subject()))
        .filter(one -> independence.isBetween(one.asked().by(), person))
        .map(Correction::id)
        .collect(Collectors.toUnmodifiableSet());
  }

  /// Returns whether a person may see what is asked: not a lead who is to judge the decision
  /// without knowing it.
  public boolean isSeen(PersonId person, Case subject) {
    return !access.isLead(person) || access.toJudge(person, subject.id()).isEmpty();
  }

  /// Returns whether a second person has to agree before a decision no longer counts.
  public static boolean needsSecond(Decision decision) {
    return decision.verdict().acting().stream().anyMatch(Measure::isTerminal);
  }
}
