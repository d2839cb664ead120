package org.vigie.server.review;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.vigie.server.access.PersonId;
import org.vigie.server.access.Purpose;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.review.CaseFile.PastDecision;
import org.vigie.server.review.store.CaseFileStore;
import org.vigie.server.review.store.DecisionStore;

/// The cases, for whoever looks at them. Threads: any.
public final class Cases {
  private static final Duration PRESENT = Duration.ofMinutes(1);
  private static final int MOST_RELATED = 10;

  private final CaseAccess access;
  private final DecisionStore decisions;
  private final CaseFileStore files;
  private final Outlooks outlooks;
  private final ReviewDesk.Surroundings around;

  Cases(
      CaseAccess access,
      DecisionStore decisions,
      CaseFileStore files,
      Outlooks outlooks,
      ReviewDesk.Surroundings around) {
    this.access = access;
    this.decisions = decisions;
    this.files = files;
    this.outlooks = outlooks;
    this.around = around;
  }

  /// Returns the queues that have cases, by name.
  public List<QueueState> queues() {
    return files.queues();
  }

  /// Returns how old the cases are that wait, youngest first.
  public List<AgeBand> ages() {
    return files.ages(around.now());
  }

  /// Returns how many decisions should have taken effect over a minute ago and cannot; each is
  /// tried again.
  public long overdueDecisions() {
    return decisions.overdue(around.now().minus(Finalisation.LATE));
  }

  /// Returns cases.
  public List<Case> search(CaseFilter filter, int offset, int limit) {
    return files.search(filter, false, offset, limit);
  }

  /// Returns those cases that may be decided together with others: what is grave, and what needs
  /// a second person, is decided by itself.
  public List<Case> searchPlain(CaseFilter filter, int offset, int limit) {
    return files.search(filter, true, offset, limit);
  }

  /// Returns the cases that a person holds.
  public List<Case> heldBy(PersonId person) {
    return access.cases().heldBy(person, around.now()).stream()
        .flatMap(id -> access.cases().find(id).stream())
        .toList();
  }

  /// Finds a case, without noting that anybody looks.
  public Optional<Case> find(CaseId id) {
    return access.cases().find(id);
  }

  /// Finds a case, and notes that the person has it open.
  public Optional<CaseFile> open(CaseId id, PersonId viewer) {
    return access.cases().find(id).map(found -> file(found, viewer));
  }

  private CaseFile file(Case found, PersonId viewer) {
    Instant now = around.now();
    files.present(found.id(), viewer, now);
    Set<PersonId> hidden = hidden(found, viewer);
    return new CaseFile(
        found,
        access
            .cases()
            .holder(found.id())
            .map(held -> new CaseFile.Holder(held.person(), held.until())),
        past(found, viewer),
        files.notes(found.id()).stream()
            .filter(note -> !hidden.contains(note.by()))
            .toList(),
        related(found, viewer),
        files.others(found.id(), viewer, now.minus(PRESENT)).stream()
            .filter(other -> !hidden.contains(other))
            .toList(),
        outlooks.of(found, access.judge(viewer)),
        files.ended(found.id()),
        access.isBarred(viewer, found),
        access.purpose(viewer, found.id(), now).equals(Optional.of(Purpose.QUALITY))
            ? access.quality().waitingOf(found.id(), viewer)
            : Optional.empty());
  }

  /// What a person opted out of is not put before them, but they are told that it is there: it is
  /// about what they are looking at.
  private CaseFile.Related related(Case found, PersonId viewer) {
    List<Case> same = files.sameContent(found.id(), MOST_RELATED);
    Set<CategoryKey> optedOut = files.optedOut(viewer);
    List<Case> shown =
        same.stream().filter(each -> !optedOut.contains(each.category())).toList();
    Set<CaseId> ofContent = same.stream().map(Case::id).collect(Collectors.toSet());
    return new CaseFile.Related(
        files.related(found, MOST_RELATED).stream()
            .filter(each -> !ofContent.contains(each.id()))
            .toList(),
        shown,
        same.size() - shown.size());
  }

  /// Whoever decides second does not know of the first, and whoever judges a decision again does
  /// not know of any: what those people found and wrote, and that they were here, is hidden.
  private Set<PersonId> hidden(Case found, PersonId viewer) {
    boolean judging = isJudging(found, viewer);
    boolean blind = isBlind(found);
    return decisions.ofCase(found.id()).stream()
        .filter(stored -> judging || blind && stored.state() != DecisionStore.State.FINAL)
        .flatMap(stored -> reviewer(stored.decision()).stream())
        .filter(person -> !person.equals(viewer))
        .collect(Collectors.toUnmodifiableSet());
  }

  private boolean isJudging(Case found, PersonId viewer) {
    return access.quality().waitingOf(found.id(), viewer).isPresent();
  }

  private static boolean isBlind(Case found) {
    return found.stage() == Case.Stage.SECOND && found.state() != CaseState.DECIDED;
  }

  private List<PastDecision> past(Case found, PersonId viewer) {
    if (isJudging(found, viewer)) {
      return List.of();
    }
    return decisions.ofCase(found.id()).stream()
        .filter(stored -> isBy(viewer, stored.decision()) || isShown(stored.state(), found))
        .map(stored -> new PastDecision(
            stored.decision(), CaseFile.Standing.valueOf(stored.state().name())))
        .toList();
  }

  /// What can be or was taken back is shown to nobody but the person who decided it: others may
  /// have to decide the same without knowing it.
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
        .filter(decision -> isBy(person, decision) && around.now().isBefore(decision.finalAt()));
  }

  /// Returns how long a decision can still be taken back.
  public Duration left(Decision decision) {
    Duration left = Duration.between(around.now(), decision.finalAt());
    return left.isPositive() ? left : Duration.ZERO;
  }

  /// Writes a note.
  ///
  /// @param text 1 to [CaseNote#MOST] characters
  public void note(PersonId person, CaseId id, String text) {
    around.inTransaction(() -> {
      files.note(id, new CaseNote(person, around.now(), text));
      around.record(person, ReviewAct.CASE_NOTE_WRITTEN, id);
      return id;
    });
  }
}
