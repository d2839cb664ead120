package org.vigie.server.review.queueing;

import org.vigie.server.access.PersonId;
import org.vigie.server.frame.Waiting;
import org.vigie.server.review.cases.CaseAccess;
import org.vigie.server.review.cases.CaseTransactions;
import org.vigie.server.review.store.CaseStore;
import org.vigie.server.review.store.NextStore;
import org.vigie.server.review.store.QualityStore;
import org.vigie.server.review.viewing.Wellness;

/// Counts the cases that wait for a person. Threads: any.
public final class OwnWork {
  private static final int MOST = Waiting.MOST + 1;

  private final CaseStore cases;
  private final NextStore next;
  private final QualityStore quality;
  private final CaseAccess access;
  private final Wellness wellness;
  private final CaseTransactions transactions;

  public OwnWork(
      CaseStore cases,
      NextStore next,
      QualityStore quality,
      CaseAccess access,
      Wellness wellness,
      CaseTransactions transactions) {
    this.cases = cases;
    this.next = next;
    this.quality = quality;
    this.access = access;
    this.wellness = wellness;
    this.transactions = transactions;
  }

  /// Counts the cases that a person holds; the first lock to end is their deadline.
  public Waiting.Count held(PersonId person) {
    return cases.countHeld(person, transactions.now());
  }

  /// Counts the open cases that a person may be handed next, in whichever queue: none of a category
  /// they opted out of, and no grave ones after a day with too many.
  public Waiting.Count open(PersonId person) {
    boolean spared = wellness.need(person, transactions.now()).spared();
    return next.waiting(access.claimant(person, spared), MOST);
  }

  /// Counts the sampled decisions of others that a lead is to judge.
  public Waiting.Count samples(PersonId lead) {
    return Waiting.Count.of(quality.waiting(lead, MOST).size());
  }
}
