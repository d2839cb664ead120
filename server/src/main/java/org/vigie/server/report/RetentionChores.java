package org.vigie.server.report;

import java.time.Duration;
import org.vigie.server.frame.BackgroundWork;

/// The thread that forgets what notices say, in time.
final class RetentionChores {
  private static final Duration PAUSE = Duration.ofMinutes(15);

  private final NoticeRetention retention;
  private final BackgroundWork work = new BackgroundWork("report-retention", PAUSE, this::run);

  RetentionChores(NoticeRetention retention) {
    this.retention = retention;
  }

  void start() {
    work.start();
  }

  void stop() throws InterruptedException {
    work.stop();
  }

  private Duration run() {
    return retention.step() ? Duration.ZERO : PAUSE;
  }
}
