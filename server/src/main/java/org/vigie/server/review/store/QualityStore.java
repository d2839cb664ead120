package org.vigie.server.review.store;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.server.access.PersonId;
import org.vigie.server.frame.Columns;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.review.CaseId;
import org.vigie.server.review.DecisionId;
import org.vigie.server.review.cases.QueueName;
import org.vigie.server.review.cases.Span;
import org.vigie.server.review.quality.Deadlines;
import org.vigie.server.review.quality.Difference;
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

  /// Returns those of some cases with a decision that a lead, who did not make it, is to judge.
  public Set<CaseId> waitingAmong(List<CaseId> some, PersonId lead) {
    return jdbc.sql("""
            /* review.quality_checks_of_cases */
            select distinct d.case_id
              from review.quality_check q join review.decision d using (decision_id)
             where d.case_id = any (:cases) and q.judged_by is null and d.person_id <> :lead
            """)
        .param("cases", some.stream().map(CaseId::value).toArray(Long[]::new))
        .param("lead", lead.value())
        .query((row, _) -> new CaseId(row.getLong("case_id")))
        .set();
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

  /// Returns cases that a lead judged differently than the reviewer since a moment, the latest
  /// first; none of which another decision waits to be judged again, whose judge may see none.
  public List<Difference> judgedDifferently(Instant since, int limit) {
    return differences("""
            /* review.judged_differently */
            select d.case_id, d.category as one, q.category as other, q.judged_at as at
              from review.quality_check q join review.decision d using (decision_id)
             where q.judged_at >= :since and d.category is distinct from q.category
               and not exists (select 1 from review.quality_check w
                                 join review.decision h using (decision_id)
                                where h.case_id = d.case_id and w.judged_by is null)
             order by q.judged_at desc, d.decision_id limit :limit
            """, since, limit);
  }

  /// Returns cases that two reviewers judged differently since a moment, the latest first; none of
  /// which a decision waits to be judged again.
  public List<Difference> decidedDifferently(Instant since, int limit) {
    return differences("""
            /* review.decided_differently */
            select other.case_id, one.category as one, other.category as other,
                   other.made_at as at
              from review.decision other
              cross join lateral (select category from review.decision
                                   where case_id = other.case_id and stage = 'FIRST'
                                     and state = 'COUNTED' and made_at < other.made_at
                                   order by made_at desc limit 1) one
             where other.stage = 'SECOND' and other.state in ('COUNTED', 'FINAL')
               and other.made_at >= :since and one.category is distinct from other.category
               and not exists (select 1 from review.quality_check w
                                 join review.decision h using (decision_id)
                                where h.case_id = other.case_id and w.judged_by is null)
             order by other.made_at desc, other.decision_id limit :limit
            """, since, limit);
  }

  private List<Difference> differences(String query, Instant since, int limit) {
    return jdbc.sql(query)
        .param("since", Columns.utc(since))
        .param("limit", limit)
        .query((row, _) -> new Difference(
            new CaseId(row.getLong("case_id")),
            Columns.optionalText(row, "one").map(CategoryKey::new),
            Columns.optionalText(row, "other").map(CategoryKey::new),
            Columns.instant(row, "at")))
        .list();
  }

  /// Counts the cases that were first decided since a moment by day, in UTC, and queue.
  public List<Throughput> throughput(Instant since) {
    return jdbc.sql("""
            /* review.throughput */
            select cast(decided_at at time zone 'UTC' as date) as day, queue,
                   count(*) filter (where not by_policy) as by_people,
                   count(*) filter (where by_policy) as by_policy
              from review.review_case where decided_at >= :since
             group by day, queue order by day, queue
            """)
        .param("since", Columns.utc(since))
        .query((row, _) -> new Throughput(
            row.getObject("day", LocalDate.class),
            new QueueName(row.getString("queue")),
            row.getLong("by_people"),
            row.getLong("by_policy")))
        .list();
  }

  /// Counts the deadlines in some time by day, in UTC, and queue.
  public List<Deadlines> deadlines(Span over) {
    return jdbc.sql("""
            /* review.deadlines */
            select cast(due_at at time zone 'UTC' as date) as day, queue,
                   count(*) filter (where decided_at <= due_at) as met,
                   count(*) filter (where decided_at is null or decided_at > due_at) as missed
              from review.review_case where due_at >= :from and due_at < :to
             group by day, queue order by day, queue
            """)
        .param("from", Columns.utc(over.from()))
        .param("to", Columns.utc(over.to()))
        .query((row, _) -> new Deadlines(
            row.getObject("day", LocalDate.class),
            new QueueName(row.getString("queue")),
            row.getLong("met"),
            row.getLong("missed")))
        .list();
  }

  /// Returns how long cases took that people decided since a moment, by queue: in whole minutes
  /// below two hours, in whole hours below four days, and in whole days, so that few rows are
  /// sorted.
  public List<Pace> paces(Instant since) {
    return jdbc.sql("""
            /* review.paces */
            select queue, max(cases) as decided,
                   min(took) filter (where until >= cases * 0.5) as half,
                   min(took) filter (where until >= cases * 0.9) as most
              from (select queue, took, sum(cases) over (partition by queue) as cases,
                           sum(cases) over (partition by queue order by took) as until
                      from (select queue, took - mod(took, case when took < 7200 then 60
                                                                when took < 345600 then 3600
                                                                else 86400 end) as took,
                                   count(*) as cases
                              from (select queue, cast(date_part('epoch', decided_at - opened_at)
                                                    as bigint) as took
                                      from review.review_case
                                     where decided_at >= :since and not by_policy) decided
                             group by 1, 2) rounded) summed
             group by queue order by queue
            """)
        .param("since", Columns.utc(since))
        .query((row, _) -> new Pace(
            new QueueName(row.getString("queue")),
            row.getLong("decided"),
            Duration.ofSeconds(row.getLong("half")),
            Duration.ofSeconds(row.getLong("most"))))
        .list();
  }
}
