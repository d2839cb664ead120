package org.vigie.server.review.store;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.server.bank.MemberId;
import org.vigie.server.frame.Columns;
import org.vigie.server.report.NoticeId;
import org.vigie.server.review.CaseId;

/// Relates decided cases to the members that they matched, in the transaction of the caller.
public final class ReopeningStore {
  private static final String LOCK = "review.members";

  private final JdbcClient jdbc;

  public ReopeningStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Waits for banks that are making members live again, and blocks others until the end of the
  /// transaction.
  public void lockEnds() {
    jdbc.sql("/* review.lock_ends */ select pg_advisory_xact_lock(hashtextextended(:name, 7341))")
        .param("name", LOCK)
        .query((_, _) -> LOCK)
        .single();
  }

  /// Waits for threads that mark members as ended, and blocks others until the end of the
  /// transaction, in which a bank makes members live again. Several banks may do so at once.
  public void lockLives() {
    jdbc.sql("""
            /* review.lock_lives */
            select pg_advisory_xact_lock_shared(hashtextextended(:name, 7341))
            """).param("name", LOCK).query((_, _) -> LOCK).single();
  }

  /// Returns members that decided cases matched and that are not marked as ended, in order.
  ///
  /// @param after the last one that the caller has; 0 to begin
  public List<MemberId> members(long after, int limit) {
    return jdbc.sql("""
            /* review.members_of_decisions */
            select distinct m.member_id
              from review.case_member m join review.review_case c using (case_id)
             where m.ended_at is null and m.member_id > :after and c.state in ('PENDING', 'DECIDED')
             order by m.member_id limit :limit
            """)
        .param("after", after)
        .param("limit", limit)
        .query((row, _) -> new MemberId(row.getLong("member_id")))
        .list();
  }

  /// Returns members that are marked as ended, in order.
  ///
  /// @param after the last one that the caller has; 0 to begin
  public List<MemberId> ended(long after, int limit) {
    return jdbc.sql("""
            /* review.ended_members */
            select distinct member_id from review.case_member
             where ended_at is not null and member_id > :after order by member_id limit :limit
            """)
        .param("after", after)
        .param("limit", limit)
        .query((row, _) -> new MemberId(row.getLong("member_id")))
        .list();
  }

  /// Removes the mark of an ended member, so that its next end opens its decided cases again.
  public void revive(MemberId member) {
    jdbc.sql("""
            /* review.revive_member */
            update review.case_member set ended_at = null
             where member_id = :member and ended_at is not null
            """).param("member", member.value()).update();
  }

  /// Marks a member as ended, and returns the decided cases for which it was not marked before.
  ///
  /// Locks the cases first and reads them after that, so that a concurrent decision either is
  /// seen or comes later.
  public List<CaseId> end(MemberId member, Instant now) {
    hold(member);
    return jdbc.sql("""
            /* review.end_member */
            with known as (
              update review.case_member set ended_at = :now
               where member_id = :member and ended_at is null returning case_id)
            select distinct c.case_id from known join review.review_case c using (case_id)
             where c.state in ('PENDING', 'DECIDED') order by c.case_id
            """)
        .param("member", member.value())
        .param("now", Columns.utc(now))
        .query((row, _) -> new CaseId(row.getLong("case_id")))
        .list();
  }

  private void hold(MemberId member) {
    jdbc.sql("""
            /* review.hold_cases_of_member */
            select case_id from review.review_case
             where case_id in (select case_id from review.case_member
                                where member_id = :member and ended_at is null)
             order by case_id for update
            """)
        .param("member", member.value())
        .query((row, _) -> row.getLong("case_id"))
        .list();
  }

  /// Returns the notices of a case.
  public List<NoticeId> notices(CaseId id) {
    return jdbc.sql("""
            /* review.notices_of_case */
            select source_id from review.case_source where case_id = :case and kind = 'NOTICE'
             order by source_id
            """)
        .param("case", id.value())
        .query((row, _) -> new NoticeId(Columns.uuid(row, "source_id")))
        .list();
  }
}
