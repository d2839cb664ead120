package org.vigie.server.access;

import java.time.Duration;
import org.vigie.server.frame.BackgroundWork;

/// The thread that puts requests into effect whose day is over.
final class AccessRequestChores {
  private static final Duration PAUSE = Duration.ofSeconds(30);

  private final AccessRequests requests;
  private final BackgroundWork work = new BackgroundWork("access-requests", PAUSE, this::run);

  AccessRequestChores(AccessRequests requests) {
    this.requests = requests;
  }

  void start() {
    work.start();
  }

  void stop() throws InterruptedException {
    work.stop();
  }

  private Duration run() {
    return requests.step() ? Duration.ZERO : PAUSE;
  }
}
