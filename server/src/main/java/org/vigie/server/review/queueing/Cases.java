package org.vigie.server.review.queueing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.vigie.server.access.PersonId;
import org.vigie.server.access.Purpose;
import org.vigie.server.policy.Category;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.review.CaseId;
import org.vigie.server.review.Decider;
import org.vigie.server.review.Decision;
import org.vigie.server.review.DecisionId;
import org.vigie.server.review.Stage;
import org.vigie.server.review.cases.Case;
import org.vigie.server.review.cases.CaseAccess;
import org.vigie.server.review.cases.CaseQuery;
import org.vigie.server.review.cases.CaseState;
import org.vigie.server.review.cases.CaseTransactions;
import org.vigie.server.review.cases.ReviewAct;
import org.vigie.server.review.deciding.Finalisation;
import org.vigie.server.review.deciding.Outlooks;
import org.vigie.server.review.queueing.CaseFile.PastDecision;
import org.vigie.server.review.reversing.Correction;
import org.vigie.server.review.store.CaseFileStore;
import org.vigie.server.review.store.CaseStore;
import org.vigie.server.review.store.CorrectionStore;
import org.vigie.server.review.store.DecisionStore;

/// Finds and shows cases. Threads: any.
public final class Cases {
  private static final Duration PRESENT = Duration.ofMinutes(1);
  private static final int MOST_RELATED = 10;

  /// The most cases about the same content that are read to count those not shown.
  private static final int MOST_OF_CONTENT = 1_000;

  private final CaseStore cases;
  private final CaseAccess access;
  private final DecisionStore decisions;
  private final CaseFileStore files;
  private final CorrectionStore corrections;
  private final Outlooks outlooks;
  private final CaseTransactions transactions;

  public Cases(
      CaseStore cases,
      CaseAccess access,
      DecisionStore decisions,
      CaseFileStore files,
      CorrectionStore corrections,
      Outlooks outlooks,
      CaseTransactions transactions) {
    this.cases = cases;
    this.access = access;
    this.decisions = decisions;
    this.files = files;
    this.corrections = corrections;
    this.outlooks = outlooks;
    this.transactions = transactions;
  }

  /// Counts the decisions that are overdue by more than a minute; each is retried.
  public long overdueDecisions() {
    return decisions.overdue(transactions.now().minus(Finalisation.LATE));
  }

  /// Returns cases.
  public List<Case> search(CaseFilter filter, int offset, int limit) {
    return files.search(filter, false, Set.of(), offset, limit);
  }

  /// Counts cases.
  public long count(CaseQuery query) {
    return files.count(query);
  }

  /// Counts the cases that nobody holds and in which somebody's life is in danger.
  public long dangers() {
    return files.dangers();
  }

  /// Returns cases that may be decided in bulk: neither ones that need a second reviewer nor grave
  /// ones, except those of categories that come in waves.
  public List<Case> searchPlain(CaseFilter filter, int offset, int limit) {
    Set<CategoryKey> waves = outlooks.policy().categories().stream()
        .filter(Category::comesInWaves)
        .map(Category::key)
        .collect(Collectors.toUnmodifiableSet());
    return files.search(filter, true, waves, offset, limit);
  }

  /// Returns the cases that a person holds.
  public List<Case> heldBy(PersonId person) {
    return cases.heldBy(person, transactions.now()).stream()
        .flatMap(id -> cases.find(id).stream())
        .toList();
  }

  /// Finds a case, without recording a viewer.
  public Optional<Case> find(CaseId id) {
    return cases.find(id);
  }

  /// Finds a case, and records that the person has it open.
  public Optional<CaseFile> open(CaseId id, PersonId viewer) {
    return cases.find(id).map(found -> file(found, viewer));
  }

  /// Finds a case for somebody who only reads: with all its decisions and notes, also those that
  /// second reviewers and leads must not know, and without recording that they have it open.
  public Optional<CaseFile> read(CaseId id, PersonId viewer) {
    return cases.find(id).map(found -> {
      List<DecisionStore.Stored> all = decisions.ofCase(id);
      List<Correction> asked = corrections.ofCase(id);
      return new CaseFile(
          found,
          holder(id),
          all.stream().map(stored -> past(stored, inForce(found, all), asked)).toList(),
          files.notes(id),
          related(found, viewer),
          files.others(id, viewer, transactions.now().minus(PRESENT)),
          outlooks.of(found),
          files.ended(id),
          true,
          Optional.empty());
    });
  }

  private Optional<CaseFile.Holder> holder(CaseId id) {
    return cases.holder(id).map(held -> new CaseFile.Holder(held.person(), held.until()));
  }

  private CaseFile file(Case found, PersonId viewer) {
    Instant now = transactions.now();
    files.present(found.id(), viewer, now);
    Set<PersonId> hidden = hidden(found, viewer);
    return new CaseFile(
        found,
        holder(found.id()),
        past(found, viewer),
        files.notes(found.id()).stream()
            .filter(note -> !hidden.contains(note.by()))
            .toList(),
        related(found, viewer),
        files.others(found.id(), viewer, now.minus(PRESENT)).stream()
            .filter(other -> !hidden.contains(other))
            .toList(),
        outlooks.of(found, Optional.of(viewer).filter(access::isLead)),
        files.ended(found.id()),
        access.isBarred(viewer, found),
        access.purpose(viewer, found.id(), now).equals(Optional.of(Purpose.QUALITY))
            ? access.toJudge(viewer, found.id())
            : Optional.empty());
  }

  /// Leaves out cases of categories that a person opted out of, but counts them, because they are
  /// about the content in front of the person.
  private CaseFile.Related related(Case found, PersonId viewer) {
    List<Case> same = files.sameContent(found.id(), MOST_OF_CONTENT);
    Set<CategoryKey> optedOut = files.optedOut(viewer);
    List<Case> shown =
        same.stream().filter(each -> !optedOut.contains(each.category())).toList();
    Set<CaseId> ofContent = same.stream().map(Case::id).collect(Collectors.toSet());
    return new CaseFile.Related(
        files.related(found, MOST_RELATED).stream()
            .filter(each -> !ofContent.contains(each.id()))
            .toList(),
        shown.stream().limit(MOST_RELATED).toList(),
        same.size() - shown.size());
  }

  /// Returns the people whose decisions, notes and presence are hidden: from a second reviewer
  /// the first one, from a lead who judges a decision again all of them, and from a fresh
  /// reviewer all whose decisions a lead has them look at again.
  private Set<PersonId> hidden(Case found, PersonId viewer) {
    return hidden(found, viewer, corrections.ofCase(found.id()), decisions.ofCase(found.id()));
  }

  private Set<PersonId> hidden(
      Case found, PersonId viewer, List<Correction> asked, List<DecisionStore.Stored> all) {
    boolean judging = isJudging(found, viewer);
    boolean blind = isBlind(found);
    boolean fresh = isFresh(found, viewer, asked);
    return all.stream()
        .filter(stored -> judging || fresh || blind && stored.state() != DecisionStore.State.FINAL)
        .flatMap(stored -> reviewer(stored.decision()).stream())
        .filter(person -> !person.equals(viewer))
        .collect(Collectors.toUnmodifiableSet());
  }

  private boolean isJudging(Case found, PersonId viewer) {
    return access.toJudge(viewer, found.id()).isPresent();
  }

  private static boolean isBlind(Case found) {
    return found.stage() == Stage.SECOND && found.state() != CaseState.DECIDED;
  }

  /// Returns whether a lead wanted the case decided by somebody who does not know the decision
  /// before; the lead knows it.
  private static boolean isFresh(Case found, PersonId viewer, List<Correction> asked) {
    return found.state() != CaseState.DECIDED
        && asked.stream()
            .filter(one -> one.state() == Correction.State.DONE)
            .reduce((_, last) -> last)
            .filter(last -> last.blind() && !last.asked().by().equals(viewer))
            .isPresent();
  }

  private List<PastDecision> past(Case found, PersonId viewer) {
    if (isJudging(found, viewer)) {
      return List.of();
    }
    List<Correction> asked = corrections.ofCase(found.id());
    boolean fresh = isFresh(found, viewer, asked);
    List<DecisionStore.Stored> all = decisions.ofCase(found.id());
    Optional<DecisionId> inForce = inForce(found, all);
    Set<PersonId> hidden = hidden(found, viewer, asked, all);
    List<Correction> shown =
        asked.stream().filter(one -> !hidden.contains(one.asked().by())).toList();
    return all.stream()
        .filter(
            stored -> isBy(viewer, stored.decision()) || !fresh && isShown(stored.state(), found))
        .map(stored -> past(stored, inForce, shown))
        .toList();
  }

  private static Optional<DecisionId> inForce(Case found, List<DecisionStore.Stored> all) {
    return all.stream()
        .filter(_ -> found.state() == CaseState.DECIDED)
        .filter(stored -> stored.state() == DecisionStore.State.FINAL)
        .map(stored -> stored.decision().id())
        .reduce((_, last) -> last);
  }

  private static PastDecision past(
      DecisionStore.Stored stored, Optional<DecisionId> inForce, List<Correction> asked) {
    DecisionId id = stored.decision().id();
    boolean over = stored.state() == DecisionStore.State.FINAL
        && inForce.filter(id::equals).isEmpty();
    return new PastDecision(
        stored.decision(),
        over
            ? CaseFile.Standing.REVERSED
            : CaseFile.Standing.valueOf(stored.state().name()),
        asked.stream().filter(one -> one.decision().equals(id)).reduce((_, last) -> last));
  }

  /// A decision that can be or was taken back is shown to its maker alone, because others may have
  /// to decide the same case without knowing it.
  private static boolean isShown(DecisionStore.State state, Case found) {
    return switch (state) {
      case PENDING, TAKEN_BACK -> false;
      case COUNTED -> !isBlind(found);
      case FINAL -> true;
    };
  }

  private static boolean isBy(PersonId person, Decision decision) {
    return reviewer(decision).filter(person::equals).isPresent();
  }

  private static Optional<PersonId> reviewer(Decision decision) {
    return decision.decider() instanceof Decider.Reviewer reviewer
        ? Optional.of(reviewer.person())
        : Optional.empty();
  }

  /// Returns the decision of a person that can still be taken back.
  public Optional<Decision> undoable(PersonId person, DecisionId id) {
    return decisions
        .find(id)
        .filter(stored -> stored.state() == DecisionStore.State.PENDING)
        .map(DecisionStore.Stored::decision)
        .filter(
            decision -> isBy(person, decision) && transactions.now().isBefore(decision.finalAt()));
  }

  /// Returns how long a decision can still be taken back.
  public Duration left(Decision decision) {
    Duration left = Duration.between(transactions.now(), decision.finalAt());
    return left.isPositive() ? left : Duration.ZERO;
  }

  /// Writes a note.
  ///
  /// @param text 1 to [CaseNote#MOST] characters
  public void note(PersonId person, CaseId id, String text) {
    transactions.inTransaction(() -> {
      files.note(id, new CaseNote(person, transactions.now(), text));
      transactions.record(person, ReviewAct.CASE_NOTE_WRITTEN, id);
      return id;
    });
  }
}
