package org.vigie.server.report.store;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.server.report.NoticeId;
import org.vigie.server.report.answering.ReporterMail;

/// The mails that have to go, went, or were given up.
public final class MailStore {
  private final JdbcClient jdbc;

  public MailStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Puts a mail in, if the notice has an address.
  public void put(NoticeId notice, ReporterMail.Kind kind, Instant at) {
    jdbc.sql("""
            /* report.put_mail */
            insert into report.mail (notice_id, kind, next_at)
            select notice_id, :kind, :at from report.contact where notice_id = :notice
            """)
        .param("notice", notice.value())
        .param("kind", kind.name())
        .param("at", NoticeRows.utc(at))
        .update();
  }

  /// Returns the mail that is due, which nobody else takes until this transaction ends.
  public Optional<ReporterMail> lockNext(Instant now) {
    return jdbc.sql("""
            /* report.lock_next_mail */
            select * from report.mail where next_at <= :now
             order by next_at limit 1 for update skip locked
            """)
        .param("now", NoticeRows.utc(now))
        .query((row, _) -> new ReporterMail(
            row.getLong("mail_id"),
            new NoticeId(row.getObject("notice_id", UUID.class)),
            ReporterMail.Kind.valueOf(row.getString("kind")),
            row.getInt("attempts")))
        .optional();
  }

  public void sent(ReporterMail mail, Instant at) {
    jdbc.sql("""
            /* report.mail_sent */
            update report.mail set next_at = null, sent_at = :at where mail_id = :mail
            """).param("at", NoticeRows.utc(at)).param("mail", mail.number()).update();
  }

  /// Counts a failure.
  ///
  /// @param next when to try again; empty to give it up
  public void failed(ReporterMail mail, Optional<Instant> next) {
    jdbc.sql("""
            /* report.mail_failed */
            update report.mail set attempts = attempts + 1, next_at = :next where mail_id = :mail
            """)
        .param("next", next.map(NoticeRows::utc).orElse(null))
        .param("mail", mail.number())
        .update();
  }
}
