package org.vigie.server.review.reversing;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vigie.server.access.Caller;
import org.vigie.server.access.PersonId;
import org.vigie.server.frame.EnumWords;
import org.vigie.server.review.CaseId;
import org.vigie.server.review.Decision;
import org.vigie.server.review.DecisionId;
import org.vigie.server.review.cases.Case;
import org.vigie.server.review.cases.CaseState;
import org.vigie.server.review.cases.CaseTransactions;
import org.vigie.server.review.cases.ReviewAct;
import org.vigie.server.review.deciding.SecondReview;
import org.vigie.server.review.reversing.Correction.Said;
import org.vigie.server.review.reversing.Correction.State;
import org.vigie.server.review.store.CaseStore;
import org.vigie.server.review.store.CorrectionStore;
import org.vigie.server.review.store.DecisionStore;

/// Corrects decisions that took effect: people reverse or change their own, leads have those of
/// others looked at again.
///
/// A request takes effect at once, unless a ban or another terminal measure would be lifted: then a
/// second person, independent of the requester, agrees or declines. Each act is one transaction,
/// with its entry in the ledger. Threads: any.
public final class Corrections {
  private final CorrectionStore store;
  private final DecisionStore decisions;
  private final CaseStore cases;
  private final CorrectionRights rights;
  private final SecondReview secondReview;
  private final CorrectionEffects effects;
  private final CaseTransactions transactions;

  public Corrections(
      CorrectionStore store,
      DecisionStore decisions,
      CaseStore cases,
      CorrectionRights rights,
      SecondReview secondReview,
      CorrectionEffects effects,
      CaseTransactions transactions) {
    this.store = store;
    this.decisions = decisions;
    this.cases = cases;
    this.rights = rights;
    this.secondReview = secondReview;
    this.effects = effects;
    this.transactions = transactions;
  }

  /// A request that waits, with its decision and its case, the latter without its material.
  ///
  /// @param mine whether the viewer asked
  /// @param answerable whether the viewer may agree or decline
  public record Waiting(
      Correction correction, Decision decision, Case subject, boolean mine, boolean answerable) {}

  /// Returns the requests that wait and that a person may answer or asked for, oldest first.
  public List<Waiting> waiting(PersonId person) {
    List<Correction> all = store.waiting();
    Map<CaseId, Case> subjects = subjects(all);
    Set<CorrectionId> answerable =
        all.isEmpty() ? Set.of() : rights.answerable(person, all, subjects);
    return with(all, subjects, person, answerable).stream()
        .filter(one -> one.mine() || one.answerable())
        .toList();
  }

  /// Returns all requests that wait, for somebody who only reads, oldest first, 100 at most.
  public List<Waiting> allWaiting(PersonId reader) {
    List<Correction> all = store.waiting();
    return with(all, subjects(all), reader, Set.of());
  }

  private Map<CaseId, Case> subjects(List<Correction> all) {
    return cases.findBare(all.stream().map(Correction::subject).toList()).stream()
        .collect(Collectors.toUnmodifiableMap(Case::id, Function.identity()));
  }

  private List<Waiting> with(
      List<Correction> all,
      Map<CaseId, Case> subjects,
      PersonId viewer,
      Set<CorrectionId> answerable) {
    Map<DecisionId, Decision> made =
        decisions.findAll(all.stream().map(Correction::decision).toList()).stream()
            .collect(Collectors.toUnmodifiableMap(Decision::id, Function.identity()));
    return all.stream()
        .filter(one -> subjects.containsKey(one.subject()) && made.containsKey(one.decision()))
        .map(one -> new Waiting(
            one,
            Objects.requireNonNull(made.get(one.decision())),
            Objects.requireNonNull(subjects.get(one.subject())),
            one.asked().by().equals(viewer),
            answerable.contains(one.id())))
        .toList();
  }

  /// Counts the requests that wait for an answer of a person.
  public long waitingFor(PersonId person) {
    return waiting(person).stream().filter(Waiting::answerable).count();
  }

  /// Asks for a correction of a decision in force.
  ///
  /// @param reason 1 to [Correction#MOST] characters
  public CorrectionOutcome ask(PersonId person, DecisionId id, CorrectionKind kind, String reason) {
    return Said.isReason(reason)
        ? transactions.inTransaction(() -> decisions
            .find(id)
            .flatMap(found -> cases.lock(found.decision().subject()))
            .map(subject -> ask(person, id, subject, kind, reason.strip()))
            .orElseGet(CorrectionOutcome.Late::new))
        : new CorrectionOutcome.NoReason();
  }

  private CorrectionOutcome ask(
      PersonId person, DecisionId id, Case subject, CorrectionKind kind, String reason) {
    Optional<Decision> inForce = inForce(id, subject);
    if (inForce.isEmpty() || store.waitingFor(id).isPresent()) {
      return new CorrectionOutcome.Late();
    }
    Decision decision = inForce.get();
    if (!rights.mayAsk(person, decision, subject, kind)) {
      return new CorrectionOutcome.NotAllowed();
    }
    if (kind == CorrectionKind.CHANGE && effects.mustRest(person, subject)) {
      return new CorrectionOutcome.BreakDue();
    }
    boolean blind = kind == CorrectionKind.LOOK_AGAIN && secondReview.isWanted(subject, decision);
    boolean waits = CorrectionRights.needsSecond(decision);
    Correction asked = new Correction(
        new CorrectionId(UUID.randomUUID()),
        id,
        subject.id(),
        kind,
        new Said(person, transactions.now(), reason),
        blind,
        waits ? State.WAITS : State.DONE,
        Optional.empty());
    store.insert(asked);
    return waits ? waits(asked) : done(asked, person);
  }

  private Optional<Decision> inForce(DecisionId id, Case subject) {
    return Optional.of(subject)
        .filter(each -> each.state() == CaseState.DECIDED)
        .flatMap(each -> decisions.lockLast(each.id()))
        .map(DecisionStore.Stored::decision)
        .filter(last -> last.id().equals(id));
  }

  private CorrectionOutcome waits(Correction asked) {
    record(asked.asked().by(), ReviewAct.CORRECTION_ASKED, asked);
    return new CorrectionOutcome.Waits(asked);
  }

  private CorrectionOutcome done(Correction agreed, PersonId by) {
    effects.carryOut(agreed, by);
    record(by, act(agreed.kind()), agreed);
    return new CorrectionOutcome.Done(agreed);
  }

  private static ReviewAct act(CorrectionKind kind) {
    return switch (kind) {
      case REVERSE -> ReviewAct.DECISION_REVERSED;
      case CHANGE -> ReviewAct.DECISION_OPENED_FOR_CHANGE;
      case LOOK_AGAIN -> ReviewAct.DECISION_LOOKED_AT_AGAIN;
    };
  }

  private void record(PersonId by, ReviewAct act, Correction about) {
    transactions.record(
        new Caller.Person(by),
        act,
        about.subject().reference(),
        "kind=" + EnumWords.of(about.kind()) + " decision=" + about.decision().value());
  }

  /// Agrees to a request, or declines it.
  ///
  /// @param reason 1 to [Correction#MOST] characters
  public CorrectionOutcome answer(PersonId person, CorrectionId id, boolean agrees, String reason) {
    return Said.isReason(reason)
        ? transactions.inTransaction(() -> locked(id)
            .map(one -> answer(person, one, agrees, reason.strip()))
            .orElseGet(CorrectionOutcome.Late::new))
        : new CorrectionOutcome.NoReason();
  }

  /// Locks the case first, as every other act does.
  private Optional<Correction> locked(CorrectionId id) {
    return store
        .find(id)
        .flatMap(one -> cases.lock(one.subject()))
        .flatMap(_ -> store.find(id))
        .filter(Correction::waits);
  }

  private CorrectionOutcome answer(PersonId person, Correction one, boolean agrees, String reason) {
    Case subject = cases.find(one.subject()).orElseThrow();
    if (inForce(one.decision(), subject).isEmpty()) {
      return new CorrectionOutcome.Late();
    }
    if (!rights.mayAnswer(person, one, subject)) {
      return new CorrectionOutcome.NotAllowed();
    }
    Said said = new Said(person, transactions.now(), reason);
    Correction answered = one.answered(agrees ? State.DONE : State.DECLINED, said);
    store.update(answered);
    record(person, agrees ? ReviewAct.CORRECTION_AGREED : ReviewAct.CORRECTION_DECLINED, answered);
    return agrees ? done(answered, person) : new CorrectionOutcome.Stands(answered);
  }

  /// Withdraws a request of this person that waits.
  public CorrectionOutcome withdraw(PersonId person, CorrectionId id) {
    return transactions.inTransaction(() -> {
      Optional<Correction> own = locked(id).filter(one -> one.asked().by().equals(person));
      own.ifPresent(one -> {
        store.withdraw(one.id());
        record(person, ReviewAct.CORRECTION_WITHDRAWN, one);
      });
      return own.<CorrectionOutcome>map(CorrectionOutcome.Stands::new)
          .orElseGet(CorrectionOutcome.Late::new);
    });
  }

  /// Returns what a person may ask about the decision of a decided case; nothing while a request
  /// about it waits.
  public List<CorrectionKind> choices(PersonId person, Decision decision, Case subject) {
    return subject.state() == CaseState.DECIDED
            && decisions.isInForce(decision.id())
            && store.waitingFor(decision.id()).isEmpty()
        ? List.of(CorrectionKind.values()).stream()
            .filter(kind -> rights.mayAsk(person, decision, subject, kind))
            .toList()
        : List.of();
  }

  /// Returns whether a person may agree to a request or decline it.
  public boolean mayAnswer(PersonId person, Correction asked, Case subject) {
    return subject.state() == CaseState.DECIDED && rights.mayAnswer(person, asked, subject);
  }
}
