package org.vigie.server.review.deciding;

import java.util.stream.Stream;
import org.vigie.connector.Subject;
import org.vigie.server.report.Notices;
import org.vigie.server.report.ReportedContent;
import org.vigie.server.review.cases.CaseSource;
import org.vigie.server.scan.Scan;
import org.vigie.server.scan.Scans;

/// Finds the content of the sources of a case: the subject of a scan, and all that a notice
// reports.
record SourceSubjects(Scans scans, Notices notices) {
  Stream<Subject> of(CaseSource source) {
    return switch (source) {
      case CaseSource.FromScan(var scan, var _) -> scans.find(scan).map(Scan::subject).stream();
      case CaseSource.FromNotice(var notice, var _, var _) ->
        notices.find(notice).stream()
            .flatMap(found -> found.claim().reported().stream())
            .map(ReportedContent::subject);
    };
  }
}
