package org.vigie.server.review.deciding;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.connector.Subject;
import org.vigie.server.report.Notice;
import org.vigie.server.report.NoticeId;
import org.vigie.server.report.Notices;
import org.vigie.server.report.ReportedContent;
import org.vigie.server.review.cases.CaseSource;
import org.vigie.server.scan.ScanId;
import org.vigie.server.scan.Scans;

/// Finds the content of the sources of a case: the subjects of scans, and all that notices report.
record SourceSubjects(Scans scans, Notices notices) {
  Stream<Subject> of(List<CaseSource> sources) {
    return Stream.concat(
        sources.stream().flatMap(source -> notice(source).stream()).flatMap(this::reported),
        scans
            .subjects(sources.stream().flatMap(source -> scan(source).stream()).toList())
            .stream());
  }

  private static Optional<ScanId> scan(CaseSource source) {
    return switch (source) {
      case CaseSource.FromScan(var scan, var _) -> Optional.of(scan);
      case CaseSource.FromNotice _ -> Optional.empty();
    };
  }

  private static Optional<NoticeId> notice(CaseSource source) {
    return switch (source) {
      case CaseSource.FromScan _ -> Optional.empty();
      case CaseSource.FromNotice(var notice, var _, var _) -> Optional.of(notice);
    };
  }

  private Stream<Subject> reported(NoticeId id) {
    return notices.find(id).stream()
        .map(Notice::claim)
        .flatMap(claim -> claim.reported().stream())
        .map(ReportedContent::subject);
  }
}
