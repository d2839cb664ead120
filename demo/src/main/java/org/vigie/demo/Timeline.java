package org.vigie.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The planned acts, by time. Acts planned for one moment run in the order of planning.
final class Timeline {
  private final List<Happening> happenings = new ArrayList<>();

  private record Happening(Instant at, Runnable what) {}

  void plan(Instant at, Runnable what) {
    happenings.add(new Happening(at, what));
  }

  /// Lets everything happen, the earliest first.
  void happen(TownClock clock) {
    happenings.sort(Comparator.comparing(Happening::at));
    for (Happening happening : happenings) {
      clock.standAt(happening.at());
      happening.what().run();
    }
  }
}
