package org.vigie.server.report;

import java.time.Duration;
import org.vigie.server.frame.BackgroundWork;

/// The thread that forgets what notices say, in time.
final class RetentionChores {
  private static final Duration PAUSE = Duration.ofMinutes(15);

  private final NoticeRetention retention;
  private final UploadQuotas quotas;
  private final BackgroundWork work = new BackgroundWork("report-retention", PAUSE, this::run);

  RetentionChores(NoticeRetention retention, UploadQuotas quotas) {
    this.retention = retention;
    this.quotas = quotas;
  }

  void start() {
    work.start();
  }

  void stop() throws InterruptedException {
    work.stop();
  }

  private Duration run() {
    quotas.forget();
    return retention.step() ? Duration.ZERO : PAUSE;
  }
}
