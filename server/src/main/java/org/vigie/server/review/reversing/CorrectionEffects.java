package org.vigie.server.review.reversing;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.vigie.server.access.Caller;
import org.vigie.server.access.PersonId;
import org.vigie.server.review.CaseId;
import org.vigie.server.review.cases.Case;
import org.vigie.server.review.cases.CaseTransactions;
import org.vigie.server.review.cases.ReviewAct;
import org.vigie.server.review.deciding.ClaimListener;
import org.vigie.server.review.reversing.Correction.Said;
import org.vigie.server.review.store.CaseStore;
import org.vigie.server.review.viewing.Wellness;

/// Opens the case of a decision that is to be corrected, for those who are to decide it now. In the
/// transaction of the caller.
public final class CorrectionEffects {
  private final CaseReversals reversals;
  private final CaseStore cases;
  private final Wellness wellness;
  private final ClaimListener listener;
  private final Duration lock;
  private final CaseTransactions transactions;

  /// @param lock how long the person who changes a decision holds its case
  public CorrectionEffects(
      CaseReversals reversals,
      CaseStore cases,
      Wellness wellness,
      ClaimListener listener,
      Duration lock,
      CaseTransactions transactions) {
    this.reversals = reversals;
    this.cases = cases;
    this.wellness = wellness;
    this.listener = listener;
    this.lock = lock;
    this.transactions = transactions;
  }

  /// Returns whether a person has to rest before they may hold a case, as for a claim.
  boolean mustRest(PersonId person, Case subject) {
    Wellness.Need need = wellness.need(person, transactions.now());
    return need.breakUntil().isPresent() || need.spared() && subject.route().isGrave();
  }

  /// Carries a request out.
  ///
  /// @param by who asked, or who agreed
  void carryOut(Correction agreed, PersonId by) {
    if (!reversals.reverse(agreed.decision(), new Caller.Person(by))) {
      throw new IllegalStateException("a decision in force was not reversed");
    }
    switch (agreed.kind()) {
      case REVERSE -> {}
      case CHANGE -> handBack(agreed.subject(), agreed.asked().by());
      case LOOK_AGAIN -> keepFresh(agreed);
    }
  }

  private void handBack(CaseId id, PersonId person) {
    Instant now = transactions.now();
    cases.readmit(id, person);
    if (!cases.claim(person, id, now, now.plus(lock))) {
      throw new IllegalStateException("a case that was just opened is not open");
    }
    transactions.record(person, ReviewAct.CASE_CLAIMED, id);
    Case claimed = cases.find(id).orElseThrow(() -> new IllegalStateException("a case vanished"));
    listener.claimed(claimed);
  }

  /// The lead who asked and the person who agreed know the decision, so they do not decide a case
  /// whose next reviewer is not to know it.
  private void keepFresh(Correction agreed) {
    if (agreed.blind()) {
      Stream.concat(Stream.of(agreed.asked()), agreed.answer().stream())
          .map(Said::by)
          .forEach(
              knows -> cases.recuse(agreed.subject(), knows, "PASSED_UP", "", transactions.now()));
    }
  }
}
