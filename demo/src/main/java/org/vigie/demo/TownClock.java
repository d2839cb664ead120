package org.vigie.demo;

import java.time.Instant;
import java.time.InstantSource;
import org.vigie.server.frame.MicrosecondClock;

/// A clock that shows past moments while the town's history is made, and then the real time.
/// Threads: any.
final class TownClock implements InstantSource {
  private volatile InstantSource now = MicrosecondClock.system();

  @Override
  public Instant instant() {
    return now.instant();
  }

  /// Stops at a moment.
  void standAt(Instant moment) {
    now = new MicrosecondClock(InstantSource.fixed(moment));
  }

  /// Returns to the real time.
  void release() {
    now = MicrosecondClock.system();
  }
}
