package org.vigie.server.review.keeping;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.vigie.server.access.Caller;
import org.vigie.server.evidence.EvidenceId;
import org.vigie.server.evidence.EvidenceObject;
import org.vigie.server.evidence.Vault;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.policy.Policies;
import org.vigie.server.report.Notices;
import org.vigie.server.report.Origin;
import org.vigie.server.review.CaseId;
import org.vigie.server.review.DecisionMade;
import org.vigie.server.review.Verdict;
import org.vigie.server.review.cases.Case;
import org.vigie.server.review.cases.CaseSource;
import org.vigie.server.review.deciding.ClaimListener;
import org.vigie.server.review.opening.EvidenceRetention;
import org.vigie.server.review.opening.NewSource;
import org.vigie.server.review.store.CaseStore;
import org.vigie.server.review.store.DecisionStore;

/// Keeps the evidence of cases for as long as the policy says for their category, counted from
/// each source and each decision. Complaints are possible for six months (Regulation (EU)
/// 2022/2065, Art. 20(1)), and have to be decided then. Works in the transaction of the caller.
/// A later revision of the policy never shortens a term.
///
/// Evidence that strangers send by the public form is kept from the first claim of the case on.
/// Until then the term of the form counts, so that strangers cannot fill the disk for a year.
class EvidenceTerm implements EvidenceRetention, ClaimListener {
  private static final Caller VIGIE = new Caller.Vigie();

  private final Vault vault;
  private final DecisionStore decisions;
  private final CaseStore cases;
  private final Policies policies;
  private final Notices notices;
  private final InstantSource clock;

  EvidenceTerm(
      Vault vault,
      DecisionStore decisions,
      CaseStore cases,
      Policies policies,
      Notices notices,
      InstantSource clock) {
    this.vault = vault;
    this.decisions = decisions;
    this.cases = cases;
    this.policies = policies;
    this.notices = notices;
    this.clock = clock;
  }

  /// Keeps the evidence of a new source, unless a stranger sent it.
  @Override
  public void opened(CaseId id, NewSource added) {
    if (!isOfAStranger(added.source())) {
      keep(id, added.category(), added.evidence(), added.source().at());
    }
  }

  private boolean isOfAStranger(CaseSource source) {
    return source instanceof CaseSource.FromNotice from
        && notices
            .find(from.notice())
            .filter(notice -> notice.origin() instanceof Origin.Form)
            .isPresent();
  }

  /// Keeps the evidence of a claimed case.
  @Override
  public void claimed(Case found) {
    keep(found.id(), found.category(), found.material().evidence(), clock.instant());
  }

  private void keep(CaseId id, CategoryKey category, List<EvidenceId> evidence, Instant from) {
    Duration term = Duration.ofDays(policies.current().review().of(category).evidenceDays());
    evidence.stream()
        .filter(this::isThere)
        .forEach(each -> vault.keepUntil(VIGIE, each, from.plus(term), id.reference()));
  }

  private boolean isThere(EvidenceId id) {
    return vault
        .find(id)
        .filter(object -> object.state() == EvidenceObject.State.SEALED)
        .isPresent();
  }

  /// Keeps the evidence that a decision relies on.
  @EventListener
  public void on(DecisionMade made) {
    decisions
        .find(made.decision())
        .ifPresent(stored -> cases
            .find(stored.decision().subject())
            .ifPresent(decided -> keep(decided, stored.decision().verdict())));
  }

  /// Keeps it for the suspected and for the found category.
  private void keep(Case decided, Verdict verdict) {
    Instant now = clock.instant();
    keep(decided.id(), decided.category(), decided.material().evidence(), now);
    verdict
        .violated()
        .ifPresent(found -> keep(decided.id(), found, decided.material().evidence(), now));
  }
}
