package org.vigie.server.report.store;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.server.access.OrganisationId;
import org.vigie.server.frame.Columns;
import org.vigie.server.report.FlaggerRecord;
import org.vigie.server.report.Notice;
import org.vigie.server.report.NoticeId;
import org.vigie.server.report.flagging.FlaggerMonth;

/// Notices of organisations, and the months that they countersigned.
public final class FlaggerDeskStore {
  private final JdbcClient jdbc;
  private final NoticeStore notices;

  public FlaggerDeskStore(JdbcClient jdbc, NoticeStore notices) {
    this.jdbc = jdbc;
    this.notices = notices;
  }

  /// Returns the last notices of an organisation, youngest first.
  public List<Notice> last(OrganisationId organisation, int most) {
    return jdbc
        .sql("""
            /* report.last_of_organisation */
            select notice_id from report.notice where organisation_id = :organisation
             order by received_at desc, notice_id limit :most
            """)
        .param("organisation", organisation.value())
        .param("most", most)
        .query((row, _) -> new NoticeId(Columns.uuid(row, "notice_id")))
        .list()
        .stream()
        .flatMap(id -> notices.find(id).stream())
        .toList();
  }

  /// Finds a notice of any organisation.
  public Optional<Notice> find(NoticeId notice) {
    return notices.find(notice);
  }

  /// Counts the outcomes of the last notices of an organisation.
  public FlaggerRecord record(OrganisationId organisation, int most) {
    return jdbc.sql("""
            /* report.record_of_organisation */
            select count(*) as notices, count(decided_at) as decided,
                   count(*) filter (where founded) as founded,
                   percentile_disc(0.5) within group (
                     order by extract(epoch from decided_at - received_at)) as median
              from (select * from report.notice where organisation_id = :organisation
                     order by received_at desc, notice_id limit :most) last
            """)
        .param("organisation", organisation.value())
        .param("most", most)
        .query((row, _) -> record(row))
        .single();
  }

  private static FlaggerRecord record(ResultSet row) throws SQLException {
    double median = row.getDouble("median");
    Optional<Duration> known =
        row.wasNull() ? Optional.empty() : Optional.of(Duration.ofSeconds((long) median));
    return new FlaggerRecord(
        row.getInt("notices"), row.getInt("decided"), row.getInt("founded"), known);
  }

  /// Returns the months of an organisation, youngest first: as signed, or as they are now.
  public List<FlaggerMonth> months(OrganisationId organisation) {
    return jdbc.sql("""
            /* report.months_of_organisation */
            select n.month, coalesce(s.notices, n.notices) as notices,
                   coalesce(s.founded, n.founded) as founded,
                   coalesce(s.unfounded, n.unfounded) as unfounded,
                   coalesce(s.open, n.open) as open, s.countersigned_by, s.countersigned_at
              from (select cast(date_trunc('month', received_at, 'UTC') at time zone 'UTC' as date)
                             as month,
                           count(*) as notices, count(*) filter (where founded) as founded,
                           count(*) filter (where not founded) as unfounded,
                           count(*) filter (where decided_at is null) as open
                      from report.notice where organisation_id = :organisation group by 1) n
              left join report.flagger_month s
                on s.organisation_id = :organisation and s.month = n.month
             order by n.month desc
            """)
        .param("organisation", organisation.value())
        .query((row, _) -> month(row))
        .list();
  }

  private static FlaggerMonth month(ResultSet row) throws SQLException {
    String by = row.getString("countersigned_by");
    return new FlaggerMonth(
        YearMonth.from(row.getObject("month", LocalDate.class)),
        new FlaggerMonth.Count(
            row.getInt("notices"),
            row.getInt("founded"),
            row.getInt("unfounded"),
            row.getInt("open")),
        by == null
            ? Optional.empty()
            : Optional.of(
                new FlaggerMonth.Countersignature(by, Columns.instant(row, "countersigned_at"))));
  }

  /// Keeps the present counts of a month; false if it is empty or was signed before.
  public boolean sign(OrganisationId organisation, YearMonth month, String by, Instant at) {
    return jdbc.sql("""
            /* report.sign_month */
            insert into report.flagger_month (organisation_id, month, notices, founded, unfounded,
                open, countersigned_by, countersigned_at)
            select :organisation, :month, count(*), count(*) filter (where founded),
                   count(*) filter (where not founded),
                   count(*) filter (where decided_at is null), :by, :at
              from report.notice
             where organisation_id = :organisation and received_at >= :from and received_at < :to
            having count(*) > 0
            on conflict do nothing
            """)
            .param("organisation", organisation.value())
            .param("month", Date.valueOf(month.atDay(1)))
            .param("by", by)
            .param("at", Columns.utc(at))
            .param("from", month.atDay(1).atStartOfDay().atOffset(java.time.ZoneOffset.UTC))
            .param(
                "to",
                month.plusMonths(1).atDay(1).atStartOfDay().atOffset(java.time.ZoneOffset.UTC))
            .update()
        == 1;
  }
}
