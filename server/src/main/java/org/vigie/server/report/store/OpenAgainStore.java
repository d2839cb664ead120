package org.vigie.server.report.store;

import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.server.frame.Columns;
import org.vigie.server.report.NoticeId;

/// Notices whose decision no longer counts.
public final class OpenAgainStore {
  private final JdbcClient jdbc;

  public OpenAgainStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Removes the outcome of a notice; the term of its personal data begins with the
  /// next decision.
  public void openAgain(NoticeId id) {
    jdbc.sql("""
            /* report.open_again */
            update report.notice
               set decided_at = null, founded = null, automated = null, sentence = null,
                   finding = null, manifestly_unfounded = null
             where notice_id = :notice and forgotten_at is null
            """).param("notice", id.value()).update();
  }

  /// Notes that the decision about a notice no longer counts; before its outcome is removed.
  public void noteReopened(NoticeId id, Instant at) {
    jdbc.sql("""
            /* report.note_reopened */
            update report.notice set reopened_at = :at
             where notice_id = :notice and decided_at is not null and forgotten_at is null
            """).param("at", Columns.utc(at)).param("notice", id.value()).update();
  }

  /// Returns when the decision about an undecided notice was reversed.
  public Optional<Instant> reopened(NoticeId id) {
    return jdbc.sql("""
            /* report.reopened */
            select reopened_at from report.notice
             where notice_id = :notice and decided_at is null and reopened_at is not null
            """)
        .param("notice", id.value())
        .query((row, _) -> Columns.instant(row, "reopened_at"))
        .optional();
  }
}
