package org.vigie.server.review;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vigie.server.access.PersonId;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.review.store.QualityStore;
import org.vigie.server.review.store.WellnessStore;

/// What leads see and do: how much is decided and how well, and how much harm people see.
/// Threads: any.
public final class Quality {
  private static final Duration MONTH = Duration.ofDays(30);
  private static final Duration DAY = Duration.ofHours(24);
  private static final int MOST_CHECKS = 20;

  private final QualityStore store;
  private final WellnessStore exposure;
  private final ReviewDesk.Surroundings around;

  Quality(QualityStore store, WellnessStore exposure, ReviewDesk.Surroundings around) {
    this.store = store;
    this.exposure = exposure;
    this.around = around;
  }

  /// How far people agreed within 30 days.
  ///
  /// @param checks reviewers with leads
  /// @param seconds first reviewers with second ones
  public record Agreements(Agreement checks, Agreement seconds) {}

  /// How much harm a person saw within 24 hours.
  ///
  /// @param points weighed by severity
  public record Load(PersonId person, long points, long views) {}

  public Agreements agreements() {
    Instant since = around.now().minus(MONTH);
    return new Agreements(
        Agreement.of(store.judgedAgain(since)), Agreement.of(store.decidedTwice(since)));
  }

  /// Returns how much was decided on each day of the last 30.
  public List<Throughput> throughput() {
    return store.throughput(around.now().minus(MONTH));
  }

  /// Returns how long the cases took that people decided within the last 30 days, the gravest
  /// first.
  public List<Pace> paces() {
    return store.paces(around.now().minus(MONTH));
  }

  /// Returns what people saw, whoever saw most first.
  public List<Load> loads() {
    return exposure.loads(around.now().minus(DAY)).stream()
        .map(load -> new Load(load.person(), load.points(), load.views()))
        .toList();
  }

  /// Returns decisions of others that wait to be judged again.
  public List<QualityCheck> waiting(PersonId lead) {
    return store.waiting(lead, MOST_CHECKS);
  }

  /// Judges a decision of somebody else again; false if it does not wait for this lead.
  ///
  /// @param category empty for no violation
  public boolean judge(PersonId lead, DecisionId decision, Optional<CategoryKey> category) {
    return around.inTransaction(() -> {
      Optional<CaseId> subject = store.waiting(decision, lead);
      subject.ifPresent(id -> {
        store.judge(decision, lead, category, around.now());
        around.record(lead, ReviewAct.DECISION_JUDGED_AGAIN, id);
      });
      return subject.isPresent();
    });
  }
}
