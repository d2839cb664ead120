package org.vigie.server.review.cases;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vigie.server.access.PersonId;
import org.vigie.server.access.Purpose;
import org.vigie.server.review.CaseId;
import org.vigie.server.review.DecisionId;
import org.vigie.server.review.Stage;
import org.vigie.server.review.store.CaseStore;
import org.vigie.server.review.store.CaseStore.Claimant;
import org.vigie.server.review.store.CaseStore.Holder;
import org.vigie.server.review.store.NextStore;
import org.vigie.server.review.store.QualityStore;

/// Checks who may see and who may decide a case; no other class does. Threads: any.
///
/// The holder of a case may see its evidence, to decide, and so may a lead who is to judge another
/// person's decision again. People never decide a case that they decided, passed up or reported,
/// unless they change their own decision, and only a lead decides at [Stage#LEAD].
public final class CaseAccess {
  private final CaseStore cases;
  private final NextStore next;
  private final QualityStore quality;
  private final Reviewers reviewers;

  public CaseAccess(CaseStore cases, NextStore next, QualityStore quality, Reviewers reviewers) {
    this.cases = cases;
    this.next = next;
    this.quality = quality;
    this.reviewers = reviewers;
  }

  /// Returns a person as a claimant of cases.
  ///
  /// @param spared whether they have seen enough harm for a day
  public Claimant claimant(PersonId person, boolean spared) {
    return reviewers.find(person, spared);
  }

  /// Returns for which purpose a person may see the evidence of a case; empty if they may not.
  public Optional<Purpose> purpose(PersonId viewer, CaseId id, Instant now) {
    if (holds(viewer, id, now)) {
      return Optional.of(Purpose.REVIEW);
    }
    return toJudge(viewer, id).isPresent() && isLead(viewer)
        ? Optional.of(Purpose.QUALITY)
        : Optional.empty();
  }

  /// Returns whether a case is reserved for a person, who may fetch it ahead.
  public boolean isNext(PersonId viewer, CaseId id, Instant now) {
    return next.isReserved(viewer, id, now);
  }

  /// Returns whether others have to decide a case.
  public boolean isBarred(PersonId person, Case one) {
    return isBarred(claimant(person, false), one);
  }

  /// Returns whether others than the claimant have to decide a case.
  public boolean isBarred(Claimant claimant, Case one) {
    return cases.conflicts(claimant, one.id()) || one.stage() == Stage.LEAD && !claimant.lead();
  }

  /// Returns those of some cases that others than a person have to decide, or whose decision is
  /// hidden from them until they have judged it again.
  public Set<CaseId> closedTo(PersonId person, Collection<Case> some) {
    Claimant claimant = claimant(person, false);
    List<CaseId> ids = some.stream().map(Case::id).toList();
    Set<CaseId> closed = new HashSet<>(cases.conflicts(claimant, ids));
    if (claimant.lead()) {
      closed.addAll(quality.waitingAmong(ids, person));
    } else {
      some.stream().filter(one -> one.stage() == Stage.LEAD).map(Case::id).forEach(closed::add);
    }
    return Set.copyOf(closed);
  }

  /// Returns the sampled decision of a case that this person, who did not make it, is to judge
  /// again.
  public Optional<DecisionId> toJudge(PersonId viewer, CaseId id) {
    return quality.waitingOf(id, viewer);
  }

  /// Returns whether a person judges the decisions of others again.
  public boolean isLead(PersonId person) {
    return claimant(person, false).lead();
  }

  /// Returns whether a person holds a case, and may decide it.
  public boolean holds(PersonId person, CaseId id, Instant now) {
    return holder(id, now).filter(holder -> holder.person().equals(person)).isPresent();
  }

  /// Returns whether another person holds a case.
  public boolean isHeldByAnother(PersonId person, CaseId id, Instant now) {
    return holder(id, now).filter(holder -> !holder.person().equals(person)).isPresent();
  }

  private Optional<Holder> holder(CaseId id, Instant now) {
    return cases.holder(id).filter(holder -> holder.until().isAfter(now));
  }
}
