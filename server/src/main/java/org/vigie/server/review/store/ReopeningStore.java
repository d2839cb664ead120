package org.vigie.server.review.store;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.server.bank.MemberId;
import org.vigie.server.report.NoticeId;
import org.vigie.server.review.CaseId;

/// Which decided cases stand on which members; within the transaction of the caller.
public final class ReopeningStore {
  private static final String LOCK = "review.members";

  private final JdbcClient jdbc;

  public ReopeningStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Keeps banks from making members live again until the end of the transaction, and waits for
  /// those that are just doing so.
  public void lockEnds() {
    jdbc.sql("/* review.lock_ends */ select pg_advisory_xact_lock(hashtextextended(:name, 7341))")
        .param("name", LOCK)
        .query((_, _) -> LOCK)
        .single();
  }

  /// Waits until nobody marks members that ended, and keeps everybody from it until the end of
  /// the transaction, in which a bank makes members live again. Several banks may do so at once.
  public void lockLives() {
    jdbc.sql("""
            /* review.lock_lives */
            select pg_advisory_xact_lock_shared(hashtextextended(:name, 7341))
            """).param("name", LOCK).query((_, _) -> LOCK).single();
  }

  /// Returns members on which decided cases stand and of which nobody has said that they ended,
  /// in order.
  ///
  /// @param after the last one that the caller has; 0 to begin
  public List<MemberId> members(long after, int limit) {
    return jdbc.sql("""
            /* review.members_of_decisions */
            select distinct m.member_id
              from review.case_member m join review.review_case c using (case_id)
             where not m.ended and m.member_id > :after and c.state in ('PENDING', 'DECIDED')
             order by m.member_id limit :limit
            """)
        .param("after", after)
        .param("limit", limit)
        .query((row, _) -> new MemberId(row.getLong("member_id")))
        .list();
  }

  /// Returns members of which it is noted that they ended, in order.
  ///
  /// @param after the last one that the caller has; 0 to begin
  public List<MemberId> ended(long after, int limit) {
    return jdbc.sql("""
            /* review.ended_members */
            select distinct member_id from review.case_member
             where ended and member_id > :after order by member_id limit :limit
            """)
        .param("after", after)
        .param("limit", limit)
        .query((row, _) -> new MemberId(row.getLong("member_id")))
        .list();
  }

  /// Forgets that a member had ended: when it ends again, its decided cases open again.
  public void revive(MemberId member) {
    jdbc.sql("""
            /* review.revive_member */
            update review.case_member set ended = false where member_id = :member and ended
            """).param("member", member.value()).update();
  }

  /// Notes that a member has ended, and returns the decided cases of which this was not known.
  ///
  /// The cases are held first, and read anew after that: whoever is deciding one meanwhile has
  /// then decided it, or comes after.
  public List<CaseId> end(MemberId member) {
    hold(member);
    return jdbc.sql("""
            /* review.end_member */
            with known as (
              update review.case_member set ended = true
               where member_id = :member and not ended returning case_id)
            select distinct c.case_id from known join review.review_case c using (case_id)
             where c.state in ('PENDING', 'DECIDED') order by c.case_id
            """)
        .param("member", member.value())
        .query((row, _) -> new CaseId(row.getLong("case_id")))
        .list();
  }

  private void hold(MemberId member) {
    jdbc.sql("""
            /* review.hold_cases_of_member */
            select case_id from review.review_case
             where case_id in (select case_id from review.case_member
                                where member_id = :member and not ended)
             order by case_id for update
            """)
        .param("member", member.value())
        .query((row, _) -> row.getLong("case_id"))
        .list();
  }

  /// Returns the notices that tell of a case.
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
