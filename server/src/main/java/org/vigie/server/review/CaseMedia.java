package org.vigie.server.review;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vigie.server.access.Caller;
import org.vigie.server.access.Grant;
import org.vigie.server.access.GrantRequest;
import org.vigie.server.access.Grants;
import org.vigie.server.access.PersonId;
import org.vigie.server.access.Purpose;
import org.vigie.server.evidence.EvidenceId;
import org.vigie.server.evidence.EvidenceKind;
import org.vigie.server.evidence.EvidenceObject;
import org.vigie.server.evidence.OpenedEvidence;
import org.vigie.server.evidence.Rendition;
import org.vigie.server.evidence.Renditions;
import org.vigie.server.evidence.ShownMedia;
import org.vigie.server.evidence.Snapshot;
import org.vigie.server.evidence.Vault;

/// Opens the evidence of a case for whoever holds it, and for a lead who judges it again.
/// Threads: any.
public final class CaseMedia {
  private static final Duration VALIDITY = Duration.ofMinutes(1);
  private static final int MOST_AHEAD = 4;

  private final CaseAccess access;
  private final Grants grants;
  private final Vault vault;
  private final Renditions renditions;
  private final Viewings viewings;
  private final ReviewDesk.Surroundings around;

  CaseMedia(
      CaseAccess access,
      Grants grants,
      Vault vault,
      Renditions renditions,
      Viewings viewings,
      ReviewDesk.Surroundings around) {
    this.access = access;
    this.grants = grants;
    this.vault = vault;
    this.renditions = renditions;
    this.viewings = viewings;
    this.around = around;
  }

  /// Opens one object, as it is, under a grant for this case alone; empty unless the person holds
  /// or judges the case, and the object belongs to it. That it was seen is written down before
  /// this returns.
  public Optional<OpenedEvidence> open(PersonId viewer, CaseId id, EvidenceId evidence)
      throws IOException {
    Optional<Seen> seen = seen(viewer, id, evidence);
    if (seen.isEmpty()) {
      return Optional.empty();
    }
    unveiled(viewer, seen.get().subject(), evidence);
    return Optional.of(
        vault.open(new Caller.Person(viewer), evidence, grant(viewer, seen.get(), evidence)));
  }

  /// Writes down that a person sees an object without a veil. Where they have seen the case's
  /// renditions before, only the rest counts.
  private void unveiled(PersonId viewer, Case subject, EvidenceId evidence) {
    boolean covered = isCovered(viewer, subject);
    around.inTransaction(() -> {
      boolean hadVeil =
          covered && isPicture(evidence) && around.wellness().hasSeenVeiled(viewer, subject.id());
      Sight sight = hadVeil ? Sight.UNVEILED : Sight.SHARP;
      around.wellness().saw(viewer, subject.id(), subject.severity(), sight, around.now());
      if (covered) {
        around
            .ledger()
            .record(new Caller.Person(viewer), ReviewAct.MEDIA_UNVEILED, evidence.reference());
      }
      return true;
    });
  }

  /// Makes a rendition of one object, for the same people and for whoever is to get the case next
  /// and has a veil over its pictures. That it was shown is written down before this returns.
  public Optional<Rendition> rendition(PersonId viewer, CaseId id, EvidenceId evidence)
      throws IOException {
    Optional<Seen> seen = seen(viewer, id, evidence)
        .or(() -> next(viewer, id, evidence))
        .filter(found -> found.subject().evidence().contains(evidence));
    Optional<EvidenceObject> object = vault.find(evidence);
    if (seen.isEmpty() || object.isEmpty()) {
      return Optional.empty();
    }
    Case subject = seen.get().subject();
    if (isPicture(evidence)) {
      around.wellness().saw(viewer, id, subject.severity(), Sight.VEILED, around.now());
    }
    return Optional.of(renditions.of(
        new Caller.Person(viewer),
        object.get(),
        grant(viewer, seen.get(), evidence),
        Math.max(1, viewings.of(viewer).of(subject.category()).blur())));
  }

  private boolean isCovered(PersonId viewer, Case subject) {
    return viewings.of(viewer).of(subject.category()).blur() > 0;
  }

  /// A case that the person is to get next, of which their veil covers the pictures: what else
  /// there is, and what is not theirs to decide any more, waits until they hold it.
  private Optional<Seen> next(PersonId viewer, CaseId id, EvidenceId evidence) {
    boolean ahead = access.isNext(viewer, id, around.now()) && isPicture(evidence);
    return ahead && !isResting(viewer)
        ? access
            .cases()
            .find(id)
            .filter(found -> isCovered(viewer, found) && !access.isBarred(viewer, found))
            .map(found -> new Seen(found, Purpose.REVIEW))
        : Optional.empty();
  }

  private boolean isResting(PersonId viewer) {
    return around.wellness().need(viewer, around.now()).breakUntil().isPresent();
  }

  /// Returns the pictures of the case that a person is to get next, which may be fetched for
  /// them behind the veil: the first few, each content once, and none where no veil covers them.
  public List<EvidenceId> ahead(PersonId viewer, Case next) {
    if (!isCovered(viewer, next)) {
      return List.of();
    }
    Set<String> contents = new HashSet<>();
    return next.evidence().stream()
        .flatMap(evidence -> picture(evidence).stream())
        .filter(object -> contents.add(object.sha256()))
        .map(EvidenceObject::id)
        .limit(MOST_AHEAD)
        .toList();
  }

  private boolean isPicture(EvidenceId evidence) {
    return picture(evidence).isPresent();
  }

  private Optional<EvidenceObject> picture(EvidenceId evidence) {
    return vault
        .find(evidence)
        .filter(object -> object.state() == EvidenceObject.State.SEALED)
        .filter(object -> isShownImage(object.description().mediaType()));
  }

  private static boolean isShownImage(String type) {
    return type.startsWith("image/") && ShownMedia.TYPES.contains(type);
  }

  private Optional<Seen> seen(PersonId viewer, CaseId id, EvidenceId evidence) {
    return seen(viewer, id).filter(seen -> seen.subject().evidence().contains(evidence));
  }

  /// Reads the snapshots of a case, oldest first, for whoever holds or judges it; none for
  /// anybody else. That they were read is written down before this returns.
  public List<Snapshot> snapshots(PersonId viewer, CaseId id) throws IOException {
    Optional<Seen> seen = seen(viewer, id);
    List<Snapshot> read = new ArrayList<>();
    if (seen.isPresent()) {
      for (EvidenceId evidence : seen.get().subject().evidence()) {
        if (isSnapshot(evidence)) {
          try (OpenedEvidence opened = vault.open(
              new Caller.Person(viewer), evidence, grant(viewer, seen.get(), evidence))) {
            read.add(Snapshot.read(opened.content().readAllBytes()));
          }
        }
      }
    }
    return read;
  }

  private boolean isSnapshot(EvidenceId evidence) {
    return vault
        .find(evidence)
        .filter(object -> object.state() == EvidenceObject.State.SEALED)
        .filter(object -> object.description().kind() == EvidenceKind.SNAPSHOT)
        .isPresent();
  }

  /// A case that somebody may see.
  private record Seen(Case subject, Purpose purpose) {}

  private Optional<Seen> seen(PersonId viewer, CaseId id) {
    return access
        .cases()
        .find(id)
        .flatMap(found ->
            access.purpose(viewer, id, around.now()).map(purpose -> new Seen(found, purpose)));
  }

  private Grant grant(PersonId viewer, Seen seen, EvidenceId evidence) {
    return grants.give(
        new Caller.Person(viewer),
        new GrantRequest(
            viewer,
            seen.purpose(),
            seen.subject().id().reference(),
            Set.of(evidence.reference()),
            VALIDITY));
  }
}
