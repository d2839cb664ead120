package org.vigie.server.report.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.server.frame.Columns;
import org.vigie.server.report.ReporterMark;
import org.vigie.server.report.reporters.Misuse;
import org.vigie.server.report.reporters.ReporterTally;

/// Measures against reporters, and counts of their notices.
public final class MisuseStore {
  private static final int MOST = 200;

  /// The counts, beside the latest measure against the reporter.
  private static final String WITH_LATEST = """
      select * from tally left join lateral (
        select * from report.misuse where reporter_mark = tally.sender
         order by at desc, misuse_id desc limit 1) latest on true
      """;

  private final JdbcClient jdbc;

  public MisuseStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Returns reporters of manifestly unfounded notices since a moment, those with the most first.
  public List<ReporterTally> withUnfounded(Instant since) {
    return jdbc.sql("""
            /* report.with_unfounded */
            with tally as (
              select reporter_mark as sender, min(origin) as origin, count(*) as sent,
                     count(*) filter (where manifestly_unfounded) as unfounded
                from report.notice where reporter_mark is not null and received_at >= :since
               group by reporter_mark having count(*) filter (where manifestly_unfounded) > 0)
            """ + WITH_LATEST + " order by unfounded desc, sender limit :most")
        .param("since", Columns.utc(since))
        .param("most", MOST)
        .query((row, _) -> tally(row))
        .list();
  }

  /// Counts the notices of one reporter since a moment; empty if there are none.
  public Optional<ReporterTally> tally(ReporterMark reporter, Instant since) {
    return jdbc.sql("""
            /* report.tally */
            with tally as (
              select reporter_mark as sender, min(origin) as origin, count(*) as sent,
                     count(*) filter (where manifestly_unfounded) as unfounded
                from report.notice where reporter_mark = :reporter and received_at >= :since
               group by reporter_mark)
            """ + WITH_LATEST)
        .param("reporter", reporter.value())
        .param("since", Columns.utc(since))
        .query((row, _) -> tally(row))
        .optional();
  }

  private static ReporterTally tally(ResultSet row) throws SQLException {
    return new ReporterTally(
        new ReporterMark(row.getString("sender")),
        row.getString("origin"),
        row.getInt("sent"),
        row.getInt("unfounded"),
        row.getString("reporter_mark") == null ? Optional.empty() : Optional.of(misuse(row)));
  }

  /// Returns the measures against a reporter, latest first.
  public List<Misuse> history(ReporterMark reporter) {
    return jdbc.sql("""
            /* report.misuse_history */
            select * from report.misuse where reporter_mark = :reporter
             order by at desc, misuse_id desc
            """)
        .param("reporter", reporter.value())
        .query((row, _) -> misuse(row))
        .list();
  }

  static Misuse misuse(ResultSet row) throws SQLException {
    return new Misuse(
        new ReporterMark(row.getString("reporter_mark")),
        Columns.optionalInstant(row, "until")
            .<Misuse.Measure>map(Misuse.Measure.Suspension::new)
            .orElseGet(Misuse.Measure.Warning::new),
        row.getInt("number"),
        row.getInt("total"),
        Misuse.Gravity.valueOf(row.getString("gravity")),
        Misuse.Intent.valueOf(row.getString("intent")),
        row.getString("reason"),
        row.getString("by"),
        Columns.instant(row, "at"));
  }

  /// Returns until when a reporter is suspended now.
  public Optional<Instant> suspendedUntil(ReporterMark reporter, Instant now) {
    return jdbc.sql("""
            /* report.suspended_until */
            select until from report.misuse where reporter_mark = :reporter and until > :now
             order by until desc limit 1
            """)
        .param("reporter", reporter.value())
        .param("now", Columns.utc(now))
        .query((row, _) -> Columns.instant(row, "until"))
        .optional();
  }

  /// Returns whether a reporter was warned since a moment.
  public boolean isWarned(ReporterMark reporter, Instant since) {
    return jdbc.sql("""
            /* report.is_warned */
            select exists (select 1 from report.misuse
                where reporter_mark = :reporter and until is null and at >= :since)
            """)
        .param("reporter", reporter.value())
        .param("since", Columns.utc(since))
        .query(Boolean.class)
        .single();
  }

  /// Writes a measure. Transactions that write one are serialised, so that a reader that continues
  /// from a number misses none.
  public void insert(Misuse misuse) {
    jdbc.sql("""
            /* report.lock_misuse */
            select pg_advisory_xact_lock(hashtextextended('report misuse', 0))
            """).query((_, _) -> true).single();
    jdbc.sql("""
            /* report.insert_misuse */
            insert into report.misuse
              (reporter_mark, until, number, total, gravity, intent, reason, by, at)
            values (:reporter, :until, :number, :total, :gravity, :intent, :reason, :by, :at)
            """)
        .param("reporter", misuse.reporter().value())
        .param("until", until(misuse.measure()).map(Columns::utc).orElse(null))
        .param("number", misuse.number())
        .param("total", misuse.total())
        .param("gravity", misuse.gravity().name())
        .param("intent", misuse.intent().name())
        .param("reason", misuse.reason())
        .param("by", misuse.by())
        .param("at", Columns.utc(misuse.at()))
        .update();
  }

  private static Optional<Instant> until(Misuse.Measure measure) {
    return switch (measure) {
      case Misuse.Measure.Warning _ -> Optional.empty();
      case Misuse.Measure.Suspension(Instant until) -> Optional.of(until);
    };
  }
}
