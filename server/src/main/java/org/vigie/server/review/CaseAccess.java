package org.vigie.server.review;

import java.time.Instant;
import java.util.Optional;
import org.vigie.server.access.PersonId;
import org.vigie.server.access.Purpose;
import org.vigie.server.review.store.CaseStore;
import org.vigie.server.review.store.NextStore;
import org.vigie.server.review.store.QualityStore;

/// Who may see the evidence of a case, and what for: whoever holds it, to decide; and a lead who
/// is to judge again what somebody else decided.
record CaseAccess(CaseStore cases, NextStore next, QualityStore quality, Reviewers reviewers) {
  Optional<Purpose> purpose(PersonId viewer, CaseId id, Instant now) {
    if (holds(viewer, id, now)) {
      return Optional.of(Purpose.REVIEW);
    }
    return quality.waitingOf(id, viewer).isPresent()
            && reviewers.find(viewer, false).lead()
        ? Optional.of(Purpose.QUALITY)
        : Optional.empty();
  }

  /// Returns whether a person is to get a case next, which waits still.
  boolean isNext(PersonId viewer, CaseId id, Instant now) {
    return next.isReserved(viewer, id, now);
  }

  /// Returns whether a person may not decide a case.
  boolean isBarred(PersonId person, Case one) {
    CaseStore.Claimant claimant = reviewers.find(person, false);
    return cases.conflicts(claimant, one.id())
        || one.stage() == Case.Stage.LEAD && !claimant.lead();
  }

  /// Returns the person, if they judge again what others decided.
  Optional<PersonId> judge(PersonId person) {
    return Optional.of(person).filter(_ -> reviewers.find(person, false).lead());
  }

  private boolean holds(PersonId viewer, CaseId id, Instant now) {
    return cases
        .holder(id)
        .filter(holder -> holder.person().equals(viewer))
        .filter(holder -> holder.until().isAfter(now))
        .isPresent();
  }
}
