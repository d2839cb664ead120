package org.vigie.server.scan.archive;

import java.time.Duration;
import java.time.InstantSource;
import org.vigie.server.frame.BackgroundWork;
import org.vigie.server.scan.store.ScanStore;

/// Deletes scans in the background once their retention has ended.
final class ScanExpiry {
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final int AT_ONCE = 500;

  private final ScanStore scans;
  private final InstantSource clock;
  private final Duration keep;
  private final BackgroundWork work = new BackgroundWork("scan-expiry", PAUSE, this::run);

  /// @param keep how long a scan is kept
  ScanExpiry(ScanStore scans, InstantSource clock, Duration keep) {
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

  /// Rests after a full batch for as long as the batch took, so that scans with a waiting caller
  /// come first.
  private Duration run() {
    long began = System.nanoTime();
    int deleted = scans.deleteBefore(clock.instant().minus(keep), AT_ONCE);
    return deleted == AT_ONCE ? Duration.ofNanos(System.nanoTime() - began) : PAUSE;
  }
}
