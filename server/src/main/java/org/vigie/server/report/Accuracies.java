package org.vigie.server.report;

import java.util.List;

/// How often senders of notices are right. It only affects the order of cases. Threads: any.
public interface Accuracies {
  /// The fewest decided notices for which a reporter is shown: fewer say little about anybody.
  int FEWEST = 5;

  /// Returns how the last notices of a notice's sender fared.
  Accuracy ofSender(NoticeId notice);

  /// Returns the reporters with the most decisions in the last twelve months, at most some
  /// dozens, each with at least [#FEWEST] decided notices. Leaves organisations out.
  List<ReporterAccuracy> ofReporters();
}
