package org.vigie.server.report;

import java.time.Duration;
import org.vigie.server.frame.BackgroundWork;

/// The thread that sends mails to reporters and about access, where an SMTP server is set.
final class MailChores {
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private final MailOutbox outbox;
  private final AccessMails access;
  private final boolean on;
  private final BackgroundWork work = new BackgroundWork("report-mail", PAUSE, this::run);

  /// @param on whether there is anything to do at all
  MailChores(MailOutbox outbox, AccessMails access, boolean on) {
    this.outbox = outbox;
    this.access = access;
    this.on = on;
  }

  void start() {
    if (on) {
      work.start();
    }
  }

  void stop() throws InterruptedException {
    work.stop();
  }

  private Duration run() {
    boolean sentAboutAccess = access.step();
    boolean sentToReporters = outbox.step();
    return sentAboutAccess || sentToReporters ? Duration.ZERO : PAUSE;
  }
}
