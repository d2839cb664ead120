package org.vigie.server.review;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.vigie.server.access.Caller;
import org.vigie.server.access.Grant;
import org.vigie.server.access.GrantRequest;
import org.vigie.server.access.Grants;
import org.vigie.server.access.PersonId;
import org.vigie.server.access.Purpose;
import org.vigie.server.evidence.EvidenceId;
import org.vigie.server.evidence.OpenedEvidence;
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
  public Optional<OpenedEvidence> open(PersonId viewer, CaseId id, EvidenceId evidence)
      throws IOException {
    Optional<Case> held = cases
        .find(id)
        .filter(found -> found.evidence().contains(evidence))
        .filter(_ -> holds(viewer, id));
    return held.isEmpty() ? Optional.empty() : Optional.of(open(viewer, held.get(), evidence));
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
    wellness.saw(viewer, held.id(), held.severity(), around.now());
    return vault.open(caller, evidence, grant);
  }
}
