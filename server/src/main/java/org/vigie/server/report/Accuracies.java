package org.vigie.server.report;

import java.util.List;

/// The accuracy of senders of notices. It only affects the order of cases. Threads: any.
public interface Accuracies {
  /// The fewest decided notices for which a reporter is shown: fewer say little about anybody.
  int FEWEST = 5;

  /// Returns the accuracy of a notice's sender.
  Accuracy ofSender(NoticeId notice);

  /// Returns the reporters with the most decisions in the last twelve months, at most some
  /// dozens, each with at least [#FEWEST] decided notices. Leaves organisations out.
  List<ReporterAccuracy> ofReporters();
}
