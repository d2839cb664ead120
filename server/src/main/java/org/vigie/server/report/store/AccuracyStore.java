package org.vigie.server.report.store;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.server.frame.Columns;
import org.vigie.server.report.Accuracy;
import org.vigie.server.report.NoticeId;
import org.vigie.server.report.ReporterAccuracy;
import org.vigie.server.report.ReporterMark;

/// Outcomes of the notices of recognised reporters.
public final class AccuracyStore {
  private final JdbcClient jdbc;

  public AccuracyStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Counts the last decided notices of the sender of one; none if the sender is not
  /// known.
  public Accuracy ofSender(NoticeId notice) {
    return jdbc.sql("""
            /* report.accuracy_of_sender */
            select count(*) as decided, count(*) filter (where founded) as founded
              from (select founded from report.notice
                     where reporter_mark = (select reporter_mark from report.notice
                                             where notice_id = :notice)
                       and decided_at is not null
                     order by received_at desc, notice_id limit :last) chosen
            """)
        .param("notice", notice.value())
        .param("last", Accuracy.LAST)
        .query((row, _) -> new Accuracy(row.getInt("decided"), row.getInt("founded")))
        .single();
  }

  /// Returns the reporters with the most decided notices since a moment, without organisations.
  ///
  /// @param fewest the least number of decided notices of a returned reporter
  public List<ReporterAccuracy> ofReporters(Instant since, int fewest, int most) {
    return jdbc.sql("""
            /* report.accuracy_of_reporters */
            select reporter_mark, min(origin) as origin, count(*) as decided,
                   count(*) filter (where founded) as founded
              from (select reporter_mark, origin, founded,
                           row_number() over (partition by reporter_mark
                                              order by received_at desc, notice_id) as place
                      from report.notice
                     where reporter_mark is not null and origin <> 'flagger'
                       and decided_at is not null and received_at >= :since) chosen
             where place <= :last
             group by reporter_mark having count(*) >= :fewest
             order by decided desc, reporter_mark limit :most
            """)
        .param("since", Columns.utc(since))
        .param("last", Accuracy.LAST)
        .param("fewest", fewest)
        .param("most", most)
        .query((row, _) -> new ReporterAccuracy(
            new ReporterMark(row.getString("reporter_mark")),
            row.getString("origin"),
            new Accuracy(row.getInt("decided"), row.getInt("founded"))))
        .list();
  }
}
