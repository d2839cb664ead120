package org.vigie.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Times a piece of work many times over, on the clock and on this thread's processor time.
final class Stopwatch {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private Stopwatch() {}

  /// The time of one piece of work: medians over the rounds, and the fastest round.
  ///
  /// @param wallMillis on the clock
  /// @param cpuMillis of this thread's processor time
  record Timing(double wallMillis, double cpuMillis, double bestWallMillis, int rounds) {
    /// Returns the operations a second of processor time, if each piece does `operations`.
    double perCpuSecond(long operations) {
      return operations * 1000 / cpuMillis;
    }

    double perWallSecond(long operations) {
      return operations * 1000 / wallMillis;
    }
  }

  /// Runs the work for `warmUpMillis`, then measures rounds for `millis`, five at the least.
  static Timing time(long warmUpMillis, long millis, Runnable work) {
    long warm = System.nanoTime() + warmUpMillis * 1_000_000;
    do {
      work.run();
    } while (System.nanoTime() < warm);
    List<Double> wall = new ArrayList<>();
    List<Double> cpu = new ArrayList<>();
    long end = System.nanoTime() + millis * 1_000_000;
    while (wall.size() < 5 || System.nanoTime() < end) {
      long cpuStart = THREADS.getCurrentThreadCpuTime();
      long start = System.nanoTime();
      work.run();
      wall.add((System.nanoTime() - start) / 1e6);
      cpu.add((THREADS.getCurrentThreadCpuTime() - cpuStart) / 1e6);
    }
    return new Timing(median(wall), median(cpu), Collections.min(wall), wall.size());
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
  }
}
