package org.vigie.server.review.store;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.server.bank.MemberId;
import org.vigie.server.review.CaseId;

/// Which decided cases stand on which members; within the transaction of the caller.
public final class ReopeningStore {
  private final JdbcClient jdbc;

  public ReopeningStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
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

  /// Notes that a member has ended, and returns the decided cases of which this was not known.
  public List<CaseId> end(MemberId member) {
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
}
