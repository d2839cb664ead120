package org.vigie.server.bank.curating;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.server.access.Caller;

/// The thread that notes when the time of a disabled member is over, so that a revision, the
/// history and the retro-match have it. The index lets the member match at that moment by its
/// own clock, and does not wait for this. Threads: one of its own.
final class MemberWaker {
  private static final Logger log = LoggerFactory.getLogger(MemberWaker.class);
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final int AT_ONCE = 100;
  private static final Caller VIGIE = new Caller.Vigie();

  private final StoredMembers members;
  private final Thread thread =
      Thread.ofPlatform().daemon().name("bank-member-waker").unstarted(this::run);
  private volatile boolean stopping;

  MemberWaker(StoredMembers members) {
    this.members = members;
  }

  void start() {
    thread.start();
  }

  void stop() throws InterruptedException {
    stopping = true;
    thread.interrupt();
    thread.join(Duration.ofSeconds(10));
  }

  private void run() {
    while (!stopping) {
      boolean busy = tryStep();
      if (!busy) {
        pause();
      }
    }
  }

  /// This is the edge where a failure of the background ends: it is logged and tried again.
  private boolean tryStep() {
    try {
      return step();
    } catch (RuntimeException e) {
      if (!stopping) {
        log.atWarn()
            .setMessage("disabled members could not be woken")
            .setCause(e)
            .log();
      }
      return false;
    }
  }

  /// Wakes some members; returns whether there may be more.
  boolean step() {
    return members.wake(AT_ONCE, VIGIE) == AT_ONCE;
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
