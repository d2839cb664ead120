package org.vigie.server.scan;

import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.event.EventListener;
import org.vigie.server.bank.BankRevised;
import org.vigie.server.frame.BackgroundWork;
import org.vigie.server.scan.store.RetroStore;
import org.vigie.server.scan.store.ScanStore;

/// The thread that does in the background what scans need: comparing them again when banks grow,
/// and deleting them when their time is over.
///
/// What there is to do can be read from the tables at any moment, so there is no table of jobs
/// beside them that could say something else. Threads: one of its own, which rests after each
/// step for as long as the step took, so that scans that somebody waits for come first.
final class ScanChores {
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final int DELETED_AT_ONCE = 500;

  private final RetroMatch retro;
  private final RetroStore growth;
  private final ScanStore scans;
  private final InstantSource clock;
  private final Duration keep;
  private final BackgroundWork work = new BackgroundWork("scan-chores", PAUSE, this::run);

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
    work.start();
  }

  void stop() throws InterruptedException {
    work.stop();
  }

  /// In the transaction of the change: growth that is committed is not forgotten.
  @EventListener
  void on(BankRevised revised) {
    if (revised.grown()) {
      growth.want(revised.revision(), clock.instant());
    }
  }

  private Duration run() {
    long began = System.nanoTime();
    return step() ? Duration.ofNanos(System.nanoTime() - began) : PAUSE;
  }

  /// Does a bounded piece of work; returns whether there was any.
  boolean step() {
    boolean compared = retro.step();
    int deleted = scans.deleteBefore(clock.instant().minus(keep), DELETED_AT_ONCE);
    return compared || deleted == DELETED_AT_ONCE;
  }
}
