package org.vigie.server.scan;

import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.vigie.server.bank.BankRevised;
import org.vigie.server.scan.store.RetroStore;
import org.vigie.server.scan.store.ScanStore;

/// The thread that does in the background what scans need: comparing them again when banks grow,
/// and deleting them when their time is over.
///
/// What there is to do can be read from the tables at any moment, so there is no table of jobs
/// beside them that could say something else. Threads: one of its own, which rests after each
/// step for as long as the step took, so that scans that somebody waits for come first.
final class ScanChores {
  private static final Logger LOG = LoggerFactory.getLogger(ScanChores.class);
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final int DELETED_AT_ONCE = 500;

  private final RetroMatch retro;
  private final RetroStore growth;
  private final ScanStore scans;
  private final InstantSource clock;
  private final Duration keep;
  private final Thread thread =
      Thread.ofPlatform().daemon().name("scan-chores").unstarted(this::run);
  private volatile boolean stopping;

  /// @param keep how long a scan is kept
  ScanChores(
      RetroMatch retro, RetroStore growth, ScanStore scans, InstantSource clock, Duration keep) {
    this.retro = retro;
    this.growth = growth;
    this.scans = scans;
    this.clock = clock;
    this.keep = keep;
  }

  void start() {
    thread.start();
  }

  void stop() throws InterruptedException {
    stopping = true;
    thread.interrupt();
    thread.join(Duration.ofSeconds(10));
  }

  /// In the transaction of the change: growth that is committed is not forgotten.
  @EventListener
  void on(BankRevised revised) {
    if (revised.grown()) {
      growth.want(revised.revision());
    }
  }

  private void run() {
    while (!stopping) {
      long began = System.nanoTime();
      boolean busy = tryStep();
      pause(busy ? Duration.ofNanos(System.nanoTime() - began) : PAUSE);
    }
  }

  /// This is the edge where a failure of the background ends: it is logged and tried again.
  private boolean tryStep() {
    try {
      return step();
    } catch (RuntimeException e) {
      if (!stopping) {
        LOG.atWarn().setMessage("scan chores failed").setCause(e).log();
      }
      return false;
    }
  }

  /// Does a bounded piece of work; returns whether there was any.
  boolean step() {
    boolean compared = retro.step();
    int deleted = scans.deleteBefore(clock.instant().minus(keep), DELETED_AT_ONCE);
    return compared || deleted == DELETED_AT_ONCE;
  }

  private static void pause(Duration rest) {
    try {
      Thread.sleep(rest);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
