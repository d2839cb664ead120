package org.vigie.server.review.cases;

import java.time.Instant;
import org.vigie.server.report.NoticeId;
import org.vigie.server.scan.ScanId;

/// Why there is a case.
public sealed interface CaseSource {
  /// When it came.
  Instant at();

  /// Returns the name in ledgers: `scan:…`, `notice:…`.
  default String reference() {
    return switch (this) {
      case FromScan scan -> "scan:" + scan.scan().value();
      case FromNotice notice -> notice.notice().reference();
    };
  }

  /// A scan matched, and a person has to confirm.
  record FromScan(ScanId scan, Instant at) implements CaseSource {}

  /// A notice.
  ///
  /// @param lane whether a hotline or a trusted flagger did so within its scope
  record FromNotice(NoticeId notice, boolean lane, Instant at) implements CaseSource {}
}
