package org.vigie.server.review;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.vigie.server.access.Caller;
import org.vigie.server.evidence.EvidenceId;
import org.vigie.server.evidence.EvidenceObject;
import org.vigie.server.evidence.Vault;
import org.vigie.server.review.store.CaseStore;
import org.vigie.server.review.store.DecisionStore;

/// Keeps the evidence of cases for as long as somebody may have to look at it: a year after a
/// source of the case, and a year after each decision. Complaints are possible for six months
/// (Regulation (EU) 2022/2065, Art. 20(1)), and have to be decided then. Within the transaction
/// of the caller; never shortens.
class EvidenceTerm implements CaseOpening.Keeping {
  private static final Duration YEAR = Duration.ofDays(365);
  private static final Caller VIGIE = new Caller.Vigie();

  private final Vault vault;
  private final DecisionStore decisions;
  private final CaseStore cases;
  private final InstantSource clock;

  EvidenceTerm(Vault vault, DecisionStore decisions, CaseStore cases, InstantSource clock) {
    this.vault = vault;
    this.decisions = decisions;
    this.cases = cases;
    this.clock = clock;
  }

  /// Keeps what a case has come to have.
  @Override
  public void keep(CaseId id, List<EvidenceId> evidence, Instant from) {
    evidence.stream()
        .filter(this::isThere)
        .forEach(each -> vault.keepUntil(VIGIE, each, from.plus(YEAR), id.reference()));
  }

  private boolean isThere(EvidenceId id) {
    return vault
        .find(id)
        .filter(object -> object.state() == EvidenceObject.State.SEALED)
        .isPresent();
  }

  /// Keeps what a decision relies on.
  @EventListener
  public void on(DecisionMade made) {
    decisions
        .find(made.decision())
        .flatMap(stored -> cases.find(stored.decision().subject()))
        .ifPresent(decided -> keep(decided.id(), decided.evidence(), clock.instant()));
  }
}
