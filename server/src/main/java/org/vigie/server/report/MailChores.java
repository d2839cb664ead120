package org.vigie.server.report;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The thread that sends mails to reporters, where an SMTP server is set.
final class MailChores {
  private static final Logger log = LoggerFactory.getLogger(MailChores.class);
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private final MailOutbox outbox;
  private final boolean on;
  private final Thread thread =
      Thread.ofPlatform().daemon().name("report-mail").unstarted(this::run);
  private volatile boolean stopping;

  /// @param on whether there is anything to do at all
  MailChores(MailOutbox outbox, boolean on) {
    this.outbox = outbox;
    this.on = on;
  }

  void start() {
    if (on) {
      thread.start();
    }
  }

  void stop() throws InterruptedException {
    stopping = true;
    thread.interrupt();
    thread.join(Duration.ofSeconds(10));
  }

  private void run() {
    while (!stopping) {
      if (!tryStep()) {
        pause();
      }
    }
  }

  /// This is the edge where a failure of the background ends: it is logged and tried again.
  private boolean tryStep() {
    try {
      return outbox.step();
    } catch (RuntimeException e) {
      if (!stopping) {
        log.atWarn().setMessage("mail chores failed").setCause(e).log();
      }
      return false;
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
