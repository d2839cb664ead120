package org.vigie.server.scan.retro;

import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.event.EventListener;
import org.vigie.server.bank.BankRevised;
import org.vigie.server.frame.BackgroundWork;
import org.vigie.server.scan.store.RetroStore;

/// Compares kept scans again in the background when banks grow.
///
/// The tables always show the remaining work, so there is no table of jobs that could contradict
/// them. Threads: one of its own, which rests after each step for as long as the step took, so that
/// scans with a waiting caller come first.
final class RetroWork {
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final RetroMatch retro;
  private final RetroStore growth;
  private final InstantSource clock;
  private final BackgroundWork work = new BackgroundWork("retro-match", PAUSE, this::run);

  RetroWork(RetroMatch retro, RetroStore growth, InstantSource clock) {
    this.retro = retro;
    this.growth = growth;
    this.clock = clock;
  }

  void start() {
    work.start();
  }

  void stop() throws InterruptedException {
    work.stop();
  }

  /// Notes growth in the transaction of the change, so that no committed growth is forgotten.
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
    return retro.step();
  }
}
