package org.vigie.server.review.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.vigie.server.frame.Columns;
import org.vigie.server.report.NoticeId;
import org.vigie.server.review.cases.CaseSource;
import org.vigie.server.review.cases.CaseSource.FromNotice;
import org.vigie.server.review.cases.CaseSource.FromScan;
import org.vigie.server.scan.ScanId;

/// Rows of the table `review.case_source`.
final class SourceRows {
  private SourceRows() {}

  static String kind(CaseSource source) {
    return switch (source) {
      case FromScan _ -> "SCAN";
      case FromNotice _ -> "NOTICE";
    };
  }

  static UUID id(CaseSource source) {
    return switch (source) {
      case FromScan scan -> scan.scan().value();
      case FromNotice notice -> notice.notice().value();
    };
  }

  static boolean lane(CaseSource source) {
    return source instanceof FromNotice notice && notice.lane();
  }

  static CaseSource read(ResultSet row) throws SQLException {
    UUID id = Columns.uuid(row, "source_id");
    return row.getString("kind").equals("SCAN")
        ? new FromScan(new ScanId(id), Columns.instant(row, "came_at"))
        : new FromNotice(new NoticeId(id), row.getBoolean("lane"), Columns.instant(row, "came_at"));
  }
}
