package org.vigie.server.review.store;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.server.access.PersonId;
import org.vigie.server.frame.Columns;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.policy.Severity;
import org.vigie.server.review.CaseId;
import org.vigie.server.review.DecisionId;
import org.vigie.server.review.quality.Pace;
import org.vigie.server.review.quality.QualityCheck;
import org.vigie.server.review.quality.ReviewerAgreement.Pair;
import org.vigie.server.review.quality.Throughput;

/// Decisions that are judged twice, and figures of all decisions.
public final class QualityStore {
  /// The value for "no violation" among keys of categories, which never have this form.
  private static final String NONE = "-";

  private final JdbcClient jdbc;

  public QualityStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Samples a decision to be judged again.
  public void choose(DecisionId decision, Instant now) {
    jdbc.sql("""
            /* review.choose_quality_check */
            insert into review.quality_check (decision_id, chosen_at) values (:decision, :now)
            """)
        .param("decision", decision.value())
        .param("now", Columns.utc(now))
        .update();
  }

  /// Returns sampled decisions that a lead, who did not make them, is to judge, oldest first.
  public List<QualityCheck> waiting(PersonId lead, int limit) {
    return jdbc.sql("""
            /* review.quality_waiting */
            select q.decision_id, d.case_id, d.final_at
              from review.quality_check q join review.decision d using (decision_id)
             where q.judged_by is null and d.person_id <> :lead
             order by q.chosen_at, q.decision_id limit :limit
            """)
        .param("lead", lead.value())
        .param("limit", limit)
        .query((row, _) -> new QualityCheck(
            new DecisionId(Columns.uuid(row, "decision_id")),
            new CaseId(row.getLong("case_id")),
            Columns.instant(row, "final_at")))
        .list();
  }

  /// Returns the case of a decision that waits to be judged by this lead.
  public Optional<CaseId> waiting(DecisionId decision, PersonId lead) {
    return jdbc.sql("""
            /* review.quality_check_waiting */
            select d.case_id from review.quality_check q join review.decision d using (decision_id)
             where q.decision_id = :decision and q.judged_by is null and d.person_id <> :lead
               for update of q
            """)
        .param("decision", decision.value())
        .param("lead", lead.value())
        .query((row, _) -> new CaseId(row.getLong("case_id")))
        .optional();
  }

  /// Returns the decision about a case that a lead, who did not make it, is to judge.
  public Optional<DecisionId> waitingOf(CaseId id, PersonId lead) {
    return jdbc.sql("""
            /* review.quality_check_of_case */
            select q.decision_id from review.quality_check q join review.decision d using (decision_id)
             where d.case_id = :case and q.judged_by is null and d.person_id <> :lead
             order by q.chosen_at limit 1
            """)
        .param("case", id.value())
        .param("lead", lead.value())
        .query((row, _) -> new DecisionId(Columns.uuid(row, "decision_id")))
        .optional();
  }

  /// Stores the judgement of a lead.
  ///
  /// @param category empty for no violation
  public void judge(
      DecisionId decision, PersonId lead, Optional<CategoryKey> category, Instant now) {
    jdbc.sql("""
            /* review.judge_again */
            update review.quality_check
               set judged_by = :lead, judged_at = :now, category = :category
             where decision_id = :decision and judged_by is null
            """)
        .param("lead", lead.value())
        .param("now", Columns.utc(now))
        .param("category", category.map(CategoryKey::value).orElse(null))
        .param("decision", decision.value())
        .update();
  }

  /// Returns the answers of reviewers and leads about the same cases since a moment.
  public List<Pair> judgedAgain(Instant since) {
    return jdbc.sql("""
            /* review.judged_again */
            select coalesce(d.category, :none) as one, coalesce(q.category, :none) as other
              from review.quality_check q join review.decision d using (decision_id)
             where q.judged_at >= :since
            """)
        .param("none", NONE)
        .param("since", Columns.utc(since))
        .query((row, _) -> new Pair(row.getString("one"), row.getString("other")))
        .list();
  }

  /// Returns the answers of first and second reviewers about the same cases since a moment.
  public List<Pair> decidedTwice(Instant since) {
    return jdbc.sql("""
            /* review.decided_twice */
            select coalesce(one.category, :none) as one, coalesce(other.category, :none) as other
              from review.decision other
              cross join lateral (select category from review.decision
                                   where case_id = other.case_id and stage = 'FIRST'
                                     and state = 'COUNTED' and made_at < other.made_at
                                   order by made_at desc limit 1) one
             where other.stage = 'SECOND' and other.state in ('COUNTED', 'FINAL')
               and other.made_at >= :since
            """)
        .param("none", NONE)
        .param("since", Columns.utc(since))
        .query((row, _) -> new Pair(row.getString("one"), row.getString("other")))
        .list();
  }

  /// Counts the decisions of each day since a moment, in UTC, without empty days.
  public List<Throughput> throughput(Instant since) {
    return jdbc.sql("""
            /* review.throughput */
            select cast(made_at at time zone 'UTC' as date) as day,
                   count(*) filter (where rule is null) as by_people,
                   count(*) filter (where rule is not null) as by_policy
              from review.decision where made_at >= :since and state <> 'TAKEN_BACK'
             group by day order by day
            """)
        .param("since", Columns.utc(since))
        .query((row, _) -> new Throughput(
            row.getObject("day", LocalDate.class),
            row.getLong("by_people"),
            row.getLong("by_policy")))
        .list();
  }

  /// Returns how long cases took that people decided since a moment, the gravest first.
  public List<Pace> paces(Instant since) {
    return jdbc.sql("""
            /* review.paces */
            select severity, count(*) as decided,
                   percentile_disc(0.5) within group (order by seconds) as half,
                   percentile_disc(0.9) within group (order by seconds) as most
              from (select c.severity,
                           cast(extract(epoch from d.final_at - c.opened_at) as bigint) as seconds
                      from review.decision d join review.review_case c using (case_id)
                     where d.made_at >= :since and d.state = 'FINAL' and d.rule is null
                       and not exists (select 1 from review.decision e
                                        where e.case_id = d.case_id and e.state = 'FINAL'
                                          and e.made_at < d.made_at)) decided
             group by severity
             order by array_position(array['CRITICAL', 'HIGH', 'MEDIUM', 'LOW'], severity)
            """)
        .param("since", Columns.utc(since))
        .query((row, _) -> new Pace(
            Severity.valueOf(row.getString("severity")),
            row.getLong("decided"),
            Duration.ofSeconds(row.getLong("half")),
            Duration.ofSeconds(row.getLong("most"))))
        .list();
  }
}
