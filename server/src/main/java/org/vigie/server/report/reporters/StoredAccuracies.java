package org.vigie.server.report.reporters;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.vigie.server.report.Accuracies;
import org.vigie.server.report.Accuracy;
import org.vigie.server.report.NoticeId;
import org.vigie.server.report.ReporterAccuracy;
import org.vigie.server.report.store.AccuracyStore;

/// Counts decided notices in PostgreSQL.
record StoredAccuracies(AccuracyStore store, InstantSource clock) implements Accuracies {
  private static final Duration COUNTED = Duration.ofDays(365);
  private static final int MOST = 50;

  @Override
  public Accuracy ofSender(NoticeId notice) {
    return store.ofSender(notice);
  }

  @Override
  public List<ReporterAccuracy> ofReporters() {
    return store.ofReporters(clock.instant().minus(COUNTED), FEWEST, MOST);
  }
}
