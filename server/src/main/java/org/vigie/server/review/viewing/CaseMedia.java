package org.vigie.server.review.viewing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vigie.server.access.Caller;
import org.vigie.server.access.PersonId;
import org.vigie.server.access.Purpose;
import org.vigie.server.evidence.EvidenceId;
import org.vigie.server.evidence.EvidenceObject;
import org.vigie.server.evidence.OpenedEvidence;
import org.vigie.server.evidence.Rendition;
import org.vigie.server.evidence.Snapshot;
import org.vigie.server.review.CaseId;
import org.vigie.server.review.cases.Case;
import org.vigie.server.review.cases.CaseAccess;
import org.vigie.server.review.cases.CaseTransactions;
import org.vigie.server.review.cases.ReviewAct;
import org.vigie.server.review.store.CaseStore;
import org.vigie.server.review.viewing.GrantedEvidence.Reason;

/// Opens the evidence of a case for the person who holds it, and for a lead who judges it again.
/// Threads: any.
public final class CaseMedia {
  private static final int MOST_AHEAD = 4;

  private final CaseStore cases;
  private final CaseAccess access;
  private final GrantedEvidence evidence;
  private final Viewings viewings;
  private final Wellness wellness;
  private final CaseTransactions transactions;

  CaseMedia(
      CaseStore cases,
      CaseAccess access,
      GrantedEvidence evidence,
      Viewings viewings,
      Wellness wellness,
      CaseTransactions transactions) {
    this.cases = cases;
    this.access = access;
    this.evidence = evidence;
    this.viewings = viewings;
    this.wellness = wellness;
    this.transactions = transactions;
  }

  /// Opens one object, as it is, under a grant for this case alone; empty unless the person holds
  /// or judges the case, and the object belongs to it. The view is recorded before this returns.
  public Optional<OpenedEvidence> open(PersonId viewer, CaseId id, EvidenceId object)
      throws IOException {
    Optional<Seen> seen = seen(viewer, id, object);
    if (seen.isEmpty()) {
      return Optional.empty();
    }
    unveiled(viewer, seen.get().subject(), object);
    return Optional.of(evidence.open(seen.get().reason(viewer), object));
  }

  /// Records that a person sees an object without a veil. If they have seen renditions of the
  /// case before, only the rest counts.
  private void unveiled(PersonId viewer, Case subject, EvidenceId object) {
    boolean covered = isCovered(viewer, subject);
    transactions.inTransaction(() -> {
      boolean hadVeil =
          covered && isPicture(object) && wellness.hasSeenVeiled(viewer, subject.id());
      Sight sight = hadVeil ? Sight.UNVEILED : Sight.SHARP;
      wellness.saw(viewer, subject.id(), subject.route().severity(), sight, transactions.now());
      if (covered) {
        transactions.record(
            new Caller.Person(viewer), ReviewAct.MEDIA_UNVEILED, object.reference());
      }
      return true;
    });
  }

  /// Makes a rendition of one object, for the same people, and for the person who is to get the
  /// case next and has a veil over its pictures. The view is recorded before this returns.
  public Optional<Rendition> rendition(PersonId viewer, CaseId id, EvidenceId object)
      throws IOException {
    Optional<Seen> seen = seen(viewer, id, object)
        .or(() -> next(viewer, id, object))
        .filter(found -> found.subject().material().evidence().contains(object));
    Optional<EvidenceObject> sealed = evidence.find(object);
    if (seen.isEmpty() || sealed.isEmpty()) {
      return Optional.empty();
    }
    Case subject = seen.get().subject();
    if (isPicture(object)) {
      wellness.saw(viewer, id, subject.route().severity(), Sight.VEILED, transactions.now());
    }
    int blur = Math.max(1, viewings.of(viewer).of(subject.category()).blur());
    return Optional.of(evidence.rendition(seen.get().reason(viewer), sealed.get(), blur));
  }

  private boolean isCovered(PersonId viewer, Case subject) {
    return viewings.of(viewer).of(subject.category()).blur() > 0;
  }

  /// Finds a case that the person is to get next, and whose pictures their veil covers. Other
  /// media, and cases that others have to decide, wait until the person holds the case.
  private Optional<Seen> next(PersonId viewer, CaseId id, EvidenceId object) {
    boolean ahead = access.isNext(viewer, id, transactions.now()) && isPicture(object);
    return ahead && !isResting(viewer)
        ? cases
            .find(id)
            .filter(found -> isCovered(viewer, found) && !access.isBarred(viewer, found))
            .map(found -> new Seen(found, Purpose.REVIEW))
        : Optional.empty();
  }

  private boolean isResting(PersonId viewer) {
    return wellness.need(viewer, transactions.now()).breakUntil().isPresent();
  }

  /// Returns the pictures of the case that a person is to get next, which may be fetched for
  /// them behind the veil: the first four, each content once, and none if no veil covers them.
  public List<EvidenceId> ahead(PersonId viewer, Case next) {
    if (!isCovered(viewer, next)) {
      return List.of();
    }
    Set<String> contents = new HashSet<>();
    return next.material().evidence().stream()
        .flatMap(object -> evidence.picture(object).stream())
        .filter(object -> contents.add(object.sha256()))
        .map(EvidenceObject::id)
        .limit(MOST_AHEAD)
        .toList();
  }

  /// Returns whether a case has media of which the person has seen none without a veil.
  public boolean isUnseen(PersonId viewer, Case subject) {
    return subject.material().evidence().stream().anyMatch(evidence::isMedia)
        && !wellness.hasSeenSharp(viewer, subject.id());
  }

  private boolean isPicture(EvidenceId object) {
    return evidence.picture(object).isPresent();
  }

  private Optional<Seen> seen(PersonId viewer, CaseId id, EvidenceId object) {
    return seen(viewer, id).filter(seen -> seen.subject().material().evidence().contains(object));
  }

  /// Reads the snapshots of a case, oldest first, for the person who holds or judges it; none for
  /// anybody else. The view is recorded before this returns.
  public List<Snapshot> snapshots(PersonId viewer, CaseId id) throws IOException {
    Optional<Seen> seen = seen(viewer, id);
    List<Snapshot> read = new ArrayList<>();
    if (seen.isPresent()) {
      for (EvidenceId object : seen.get().subject().material().evidence()) {
        if (evidence.isSnapshot(object)) {
          try (OpenedEvidence opened = evidence.open(seen.get().reason(viewer), object)) {
            read.add(Snapshot.read(opened.content().readAllBytes()));
          }
        }
      }
    }
    return read;
  }

  /// A case whose evidence a person may see.
  private record Seen(Case subject, Purpose purpose) {
    Reason reason(PersonId viewer) {
      return new Reason(viewer, subject.id(), purpose);
    }
  }

  private Optional<Seen> seen(PersonId viewer, CaseId id) {
    return cases
        .find(id)
        .flatMap(found -> access
            .purpose(viewer, id, transactions.now())
            .map(purpose -> new Seen(found, purpose)));
  }
}
