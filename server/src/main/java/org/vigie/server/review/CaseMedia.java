package org.vigie.server.review;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
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
import org.vigie.server.evidence.Snapshot;
import org.vigie.server.evidence.Vault;
import org.vigie.server.review.store.CaseStore;

/// Opens the evidence of a case for whoever holds it. Threads: any.
public final class CaseMedia {
  private static final Duration VALIDITY = Duration.ofMinutes(1);

  private final CaseStore cases;
  private final Grants grants;
  private final Vault vault;
  private final Wellness wellness;
  private final ReviewDesk.Surroundings around;

  CaseMedia(
      CaseStore cases,
      Grants grants,
      Vault vault,
      Wellness wellness,
      ReviewDesk.Surroundings around) {
    this.cases = cases;
    this.grants = grants;
    this.vault = vault;
    this.wellness = wellness;
    this.around = around;
  }

  /// Opens one object under a grant for this case alone; empty unless the person holds the case
  /// and the object belongs to it. That it was seen is written down before this returns.
  ///
  /// @param sight whether it will be shown behind a veil, or sharply
  public Optional<OpenedEvidence> open(PersonId viewer, CaseId id, EvidenceId evidence, Sight sight)
      throws IOException {
    Optional<Case> held = held(viewer, id, evidence);
    if (held.isEmpty()) {
      return Optional.empty();
    }
    wellness.saw(viewer, id, held.get().severity(), sight, around.now());
    return Optional.of(open(viewer, held.get(), evidence));
  }

  private Optional<Case> held(PersonId viewer, CaseId id, EvidenceId evidence) {
    return cases
        .find(id)
        .filter(found -> found.evidence().contains(evidence))
        .filter(_ -> holds(viewer, id));
  }

  /// Writes down that the veil is taken from an object; returns whether it may be, which is so
  /// for whoever holds the case alone.
  public boolean unveil(PersonId viewer, CaseId id, EvidenceId evidence) {
    return around.inTransaction(() -> {
      Optional<Case> held = held(viewer, id, evidence);
      held.ifPresent(found -> {
        wellness.saw(viewer, id, found.severity(), Sight.UNVEILED, around.now());
        around
            .ledger()
            .record(new Caller.Person(viewer), ReviewAct.MEDIA_UNVEILED, evidence.reference());
      });
      return held.isPresent();
    });
  }

  /// Reads the snapshots of a case, oldest first, for whoever holds it; none for anybody else.
  /// That they were read is written down before this returns.
  public List<Snapshot> snapshots(PersonId viewer, CaseId id) throws IOException {
    Optional<Case> held = cases.find(id).filter(_ -> holds(viewer, id));
    List<Snapshot> read = new ArrayList<>();
    if (held.isPresent()) {
      for (EvidenceId evidence : held.get().evidence()) {
        if (isSnapshot(evidence)) {
          try (OpenedEvidence opened = open(viewer, held.get(), evidence)) {
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

  private boolean holds(PersonId viewer, CaseId id) {
    return cases
        .holder(id)
        .filter(holder -> holder.person().equals(viewer))
        .filter(holder -> holder.until().isAfter(around.now()))
        .isPresent();
  }

  private OpenedEvidence open(PersonId viewer, Case held, EvidenceId evidence) throws IOException {
    Caller caller = new Caller.Person(viewer);
    Grant grant = grants.give(
        caller,
        new GrantRequest(
            viewer, Purpose.REVIEW, held.id().reference(), Set.of(evidence.reference()), VALIDITY));
    return vault.open(caller, evidence, grant);
  }
}
