package org.vigie.server.report;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.vigie.server.report.store.AccuracyStore;

/// How often those who report are right. Nothing follows from it but the order of cases.
/// Threads: any.
public final class Accuracies {
  /// From how many decided notices on a reporter is shown: fewer say little of anybody.
  public static final int FEWEST = 5;

  private static final Duration COUNTED = Duration.ofDays(365);
  private static final int MOST = 50;

  private final AccuracyStore store;
  private final InstantSource clock;

  public Accuracies(AccuracyStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /// Returns how the last notices of whoever sent one fared.
  public Accuracy ofSender(NoticeId notice) {
    return store.ofSender(notice);
  }

  /// Returns the reporters of whom most was decided in the last twelve months, [#FEWEST] notices
  /// at least, some dozens; organisations left out.
  public List<ReporterAccuracy> ofReporters() {
    return store.ofReporters(clock.instant().minus(COUNTED), FEWEST, MOST);
  }
}
