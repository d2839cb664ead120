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

/// Opens the evidence of a case for whoever holds it, and for a lead who judges it again.
/// Threads: any.
public final class CaseMedia {
  private static final Duration VALIDITY = Duration.ofMinutes(1);

  private final CaseAccess access;
  private final Grants grants;
  private final Vault vault;
  private final Viewings viewings;
  private final ReviewDesk.Surroundings around;

  CaseMedia(
      CaseAccess access,
      Grants grants,
      Vault vault,
      Viewings viewings,
      ReviewDesk.Surroundings around) {
    this.access = access;
    this.grants = grants;
    this.vault = vault;
    this.viewings = viewings;
    this.around = around;
  }

  /// Opens one object under a grant for this case alone; empty unless the person holds or judges
  /// the case and the object belongs to it. That it was seen is written down before this
  /// returns.
  ///
  /// @param sight whether it will be shown behind a veil, or sharply
  public Optional<OpenedEvidence> open(PersonId viewer, CaseId id, EvidenceId evidence, Sight sight)
      throws IOException {
    Optional<Seen> seen = seen(viewer, id, evidence);
    if (seen.isEmpty()) {
      return Optional.empty();
    }
    Case subject = seen.get().subject();
    around
        .wellness()
        .saw(viewer, id, subject.severity(), actual(viewer, subject, sight), around.now());
    return Optional.of(open(viewer, seen.get(), evidence));
  }

  /// A veil that does not blur hides nothing.
  private Sight actual(PersonId viewer, Case subject, Sight sight) {
    boolean covered = viewings.of(viewer).of(subject.category()).blur() > 0;
    return sight == Sight.VEILED && !covered ? Sight.SHARP : sight;
  }

  private Optional<Seen> seen(PersonId viewer, CaseId id, EvidenceId evidence) {
    return seen(viewer, id).filter(seen -> seen.subject().evidence().contains(evidence));
  }

  /// Writes down that the veil is taken from an object; returns whether it may be, which is so
  /// for whoever holds or judges the case.
  public boolean unveil(PersonId viewer, CaseId id, EvidenceId evidence) {
    return around.inTransaction(() -> {
      Optional<Seen> seen = seen(viewer, id, evidence);
      seen.ifPresent(found -> {
        around.wellness().saw(viewer, id, found.subject().severity(), Sight.UNVEILED, around.now());
        around
            .ledger()
            .record(new Caller.Person(viewer), ReviewAct.MEDIA_UNVEILED, evidence.reference());
      });
      return seen.isPresent();
    });
  }

  /// Reads the snapshots of a case, oldest first, for whoever holds or judges it; none for
  /// anybody else. That they were read is written down before this returns.
  public List<Snapshot> snapshots(PersonId viewer, CaseId id) throws IOException {
    Optional<Seen> seen = seen(viewer, id);
    List<Snapshot> read = new ArrayList<>();
    if (seen.isPresent()) {
      for (EvidenceId evidence : seen.get().subject().evidence()) {
        if (isSnapshot(evidence)) {
          try (OpenedEvidence opened = open(viewer, seen.get(), evidence)) {
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

  private OpenedEvidence open(PersonId viewer, Seen seen, EvidenceId evidence) throws IOException {
    Caller caller = new Caller.Person(viewer);
    Grant grant = grants.give(
        caller,
        new GrantRequest(
            viewer,
            seen.purpose(),
            seen.subject().id().reference(),
            Set.of(evidence.reference()),
            VALIDITY));
    return vault.open(caller, evidence, grant);
  }
}
