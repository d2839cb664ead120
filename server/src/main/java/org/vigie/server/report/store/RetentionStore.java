package org.vigie.server.report.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.server.evidence.EvidenceId;
import org.vigie.server.frame.Columns;
import org.vigie.server.report.NoticeId;

/// Deletes personal data of notices. Their rows stay, with the data that statistics count.
public final class RetentionStore {
  private final JdbcClient jdbc;

  public RetentionStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Returns notices that were decided before a moment and still name their sender, the longest
  /// decided first, but none of some that rest.
  public List<NoticeId> reportersDue(Instant before, Set<NoticeId> resting, int limit) {
    return due("""
        /* report.reporters_to_forget */
        select notice_id from report.notice
         where reporter_forgotten_at is null and decided_at <= :before
           and notice_id <> all(cast(:resting as uuid[]))
         order by decided_at limit :limit
        """, before, resting, limit);
  }

  /// Returns such notices that still have their content.
  public List<NoticeId> noticesDue(Instant before, Set<NoticeId> resting, int limit) {
    return due("""
        /* report.notices_to_forget */
        select notice_id from report.notice
         where forgotten_at is null and decided_at <= :before
           and notice_id <> all(cast(:resting as uuid[]))
         order by decided_at limit :limit
        """, before, resting, limit);
  }

  private List<NoticeId> due(String sql, Instant before, Set<NoticeId> resting, int limit) {
    return jdbc.sql(sql)
        .param("before", Columns.utc(before))
        .param("resting", resting.stream().map(id -> id.value().toString()).toArray(String[]::new))
        .param("limit", limit)
        .query((row, _) -> new NoticeId(Columns.uuid(row, "notice_id")))
        .list();
  }

  /// Returns the evidence of a notice.
  public List<EvidenceId> evidence(NoticeId notice) {
    return jdbc.sql("""
            /* report.evidence_to_forget */
            select evidence_id from report.attachment where notice_id = :notice
            """)
        .param("notice", notice.value())
        .query((row, _) -> new EvidenceId(Columns.uuid(row, "evidence_id")))
        .list();
  }

  /// Deletes the sender of a notice: name, address, the messenger's name for them, and the mark,
  /// from which a guessed address can be confirmed. The mark of an organisation stays: it names
  /// no person. Returns whether the notice, decided before a moment, still named its sender.
  public boolean forgetReporter(NoticeId notice, Instant before, Instant at) {
    boolean forgotten = jdbc.sql("""
                /* report.forget_reporter */
                update report.notice
                   set reporter = null, reporter_forgotten_at = :at,
                       reporter_mark = case when origin = 'flagger' then reporter_mark end
                 where notice_id = :notice and reporter_forgotten_at is null
                   and decided_at <= :before
                """)
            .param("notice", notice.value())
            .param("before", Columns.utc(before))
            .param("at", Columns.utc(at))
            .update()
        == 1;
    if (forgotten) {
      each(
          notice,
          "/* report.forget_contact */ delete from report.contact where notice_id = :notice",
          "/* report.forget_names */ update report.attachment set name = null where notice_id = :notice");
    }
    return forgotten;
  }

  /// Deletes the content of a notice and the mark of its organisation. Returns whether the notice,
  /// decided before a moment, still had its content.
  public boolean forgetNotice(NoticeId notice, Instant before, Instant at) {
    boolean forgotten = jdbc.sql("""
                /* report.forget_notice */
                update report.notice
                   set explanation = '', sentence = '', reporter_mark = null,
                       reference = null, idempotency_key = null, request_digest = '', forgotten_at = :at
                 where notice_id = :notice and forgotten_at is null
                   and reporter_forgotten_at is not null and decided_at <= :before
                """)
            .param("notice", notice.value())
            .param("before", Columns.utc(before))
            .param("at", Columns.utc(at))
            .update()
        == 1;
    if (forgotten) {
      each(
          notice,
          "/* report.forget_place */ delete from report.place where notice_id = :notice",
          "/* report.forget_detail */ delete from report.detail where notice_id = :notice",
          "/* report.forget_attachment */ delete from report.attachment where notice_id = :notice");
    }
    return forgotten;
  }

  private void each(NoticeId notice, String... statements) {
    for (String statement : statements) {
      jdbc.sql(statement).param("notice", notice.value()).update();
    }
  }

  /// Deletes measures against reporters that no longer count and ended before a
  /// moment; returns the number of rows.
  public int forgetMisuse(Instant before) {
    return jdbc.sql("""
            /* report.forget_misuse */
            delete from report.misuse where at <= :before and coalesce(until, at) <= :before
            """).params(Map.of("before", Columns.utc(before))).update();
  }
}
