package org.vigie.server.review.quality;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.vigie.server.access.PersonId;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.review.CaseId;
import org.vigie.server.review.DecisionId;
import org.vigie.server.review.cases.CaseTransactions;
import org.vigie.server.review.cases.ReviewAct;
import org.vigie.server.review.cases.Span;
import org.vigie.server.review.store.QualityStore;
import org.vigie.server.review.store.WellnessStore;

/// Measures the number and quality of decisions and people's exposure to harm, and takes the second
/// judgements of leads. Threads: any.
public final class Quality {
  private static final Duration MONTH = Duration.ofDays(30);
  private static final Duration DAY = Duration.ofHours(24);
  private static final int MOST_CHECKS = 20;
  private static final int MOST_DIFFERENCES = 50;

  private final QualityStore store;
  private final WellnessStore exposure;
  private final CaseTransactions transactions;

  public Quality(QualityStore store, WellnessStore exposure, CaseTransactions transactions) {
    this.store = store;
    this.exposure = exposure;
    this.transactions = transactions;
  }

  /// The agreement of people within 30 days.
  ///
  /// @param checks reviewers with leads
  /// @param seconds first reviewers with second ones
  public record ReviewerAgreements(ReviewerAgreement checks, ReviewerAgreement seconds) {}

  /// The exposure of a person within 24 hours.
  ///
  /// @param points weighed by severity
  public record Load(PersonId person, long points, long views) {}

  /// Returns the agreement of people within 30 days.
  public ReviewerAgreements agreements() {
    Instant since = transactions.now().minus(MONTH);
    return new ReviewerAgreements(
        ReviewerAgreement.of(store.judgedAgain(since)),
        ReviewerAgreement.of(store.decidedTwice(since)));
  }

  /// Returns the last 30 days, of which today is one, in UTC.
  public Span month() {
    Instant today = transactions.now().truncatedTo(ChronoUnit.DAYS);
    return new Span(today.minus(MONTH).plus(DAY), today.plus(DAY));
  }

  /// Counts the cases that were decided on each day of the month.
  public List<Throughput> throughput() {
    return store.throughput(month().from());
  }

  /// Returns the time of the month whose deadlines are over.
  public Span over() {
    return new Span(month().from(), transactions.now().plusMillis(1));
  }

  /// Counts the deadlines of each day of the month, until now.
  public List<Deadlines> deadlines() {
    return store.deadlines(over());
  }

  /// Returns how long the cases took that people decided within the month.
  public List<Pace> paces() {
    return store.paces(month().from());
  }

  /// Returns cases that a lead judged differently than the reviewer within the month, the latest
  /// first.
  public List<Difference> judgedDifferently() {
    return store.judgedDifferently(month().from(), MOST_DIFFERENCES);
  }

  /// Returns cases that two reviewers judged differently within the month, the latest first.
  public List<Difference> decidedDifferently() {
    return store.decidedDifferently(month().from(), MOST_DIFFERENCES);
  }

  /// Returns the exposure of each person, the most exposed first.
  public List<Load> loads() {
    return exposure.loads(transactions.now().minus(DAY)).stream()
        .map(load -> new Load(load.person(), load.points(), load.views()))
        .toList();
  }

  /// Returns sampled decisions of others, for a lead to judge again.
  public List<QualityCheck> waiting(PersonId lead) {
    return store.waiting(lead, MOST_CHECKS);
  }

  /// Judges another person's decision again; false if it is not pending with this lead.
  ///
  /// @param category empty for no violation
  public boolean judge(PersonId lead, DecisionId decision, Optional<CategoryKey> category) {
    return transactions.inTransaction(() -> {
      Optional<CaseId> subject = store.waiting(decision, lead);
      subject.ifPresent(id -> {
        store.judge(decision, lead, category, transactions.now());
        transactions.record(lead, ReviewAct.DECISION_JUDGED_AGAIN, id);
      });
      return subject.isPresent();
    });
  }
}
