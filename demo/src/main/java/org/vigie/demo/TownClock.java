package org.vigie.demo;

import java.time.Instant;
import java.time.InstantSource;
import org.vigie.server.frame.MicrosecondClock;

/// A clock that tells a moment of the past while the town's history is made, and the time from
/// then on. Threads: any.
final class TownClock implements InstantSource {
  private volatile InstantSource now = MicrosecondClock.system();

  @Override
  public Instant instant() {
    return now.instant();
  }

  /// Stands still at a moment.
  void standAt(Instant moment) {
    now = new MicrosecondClock(InstantSource.fixed(moment));
  }

  /// Tells the time again.
  void release() {
    now = MicrosecondClock.system();
  }
}
