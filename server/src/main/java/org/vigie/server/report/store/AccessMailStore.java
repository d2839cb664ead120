package org.vigie.server.report.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.server.access.AccessRequest;
import org.vigie.server.access.EmailAddress;
import org.vigie.server.report.mailing.AccessMail;

/// The mails about access that have to go; those that went keep no names.
public final class AccessMailStore {
  private final JdbcClient jdbc;

  public AccessMailStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public void put(EmailAddress to, AccessMail.Tidings tidings, Instant at) {
    jdbc.sql("""
            /* report.put_access_mail */
            insert into report.access_mail
                (email, kind, own, concerned, asked_by, due_at, at_once, next_at)
            values (:email, :kind, :own, :concerned, :askedBy, :dueAt, :atOnce, :at)
            """)
        .param("email", to.value())
        .param("kind", tidings.kind().name())
        .param("own", tidings.own())
        .param("concerned", tidings.concerned())
        .param("askedBy", tidings.askedBy())
        .param("dueAt", NoticeRows.utc(tidings.dueAt()))
        .param("atOnce", tidings.atOnce())
        .param("at", NoticeRows.utc(at))
        .update();
  }

  /// Returns the mail that is due, which nobody else takes until this transaction ends.
  public Optional<AccessMail> lockNext(Instant now) {
    return jdbc.sql("""
            /* report.lock_next_access_mail */
            select * from report.access_mail where next_at <= :now
             order by next_at, mail_id limit 1 for update skip locked
            """)
        .param("now", NoticeRows.utc(now))
        .query((row, _) -> mail(row))
        .optional();
  }

  private static AccessMail mail(ResultSet row) throws SQLException {
    return new AccessMail(
        row.getLong("mail_id"),
        row.getString("email"),
        new AccessMail.Tidings(
            AccessRequest.Kind.valueOf(row.getString("kind")),
            row.getBoolean("own"),
            row.getString("concerned"),
            row.getString("asked_by"),
            row.getTimestamp("due_at").toInstant(),
            row.getBoolean("at_once")),
        row.getInt("attempts"));
  }

  /// Ends a mail, which forgets whom it was to.
  ///
  /// @param sentAt empty if it was given up
  public void end(AccessMail mail, Optional<Instant> sentAt) {
    jdbc.sql("""
            /* report.end_access_mail */
            update report.access_mail
               set next_at = null, email = null, concerned = null, asked_by = null,
                   sent_at = :sentAt
             where mail_id = :mail
            """)
        .param("sentAt", sentAt.map(NoticeRows::utc).orElse(null))
        .param("mail", mail.number())
        .update();
  }

  /// Counts a failure.
  public void failed(AccessMail mail, Instant next) {
    jdbc.sql("""
            /* report.access_mail_failed */
            update report.access_mail set attempts = attempts + 1, next_at = :next
             where mail_id = :mail
            """)
        .param("next", NoticeRows.utc(next))
        .param("mail", mail.number())
        .update();
  }
}
