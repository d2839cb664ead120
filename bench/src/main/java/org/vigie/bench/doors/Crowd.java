package org.vigie.bench.doors;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;

/// Many acts of one caller at once.
final class Crowd {
  private static final int MOST_MINUTES = 5;

  private Crowd() {}

  /// Runs all members at the same time and waits until each has ended.
  static void of(int members, IntFunction<Callable<?>> member) throws InterruptedException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < members; i++) {
        running.add(threads.submit(member.apply(i)));
      }
      for (Future<?> each : running) {
        await(each);
      }
    }
  }

  private static void await(Future<?> member) throws InterruptedException {
    try {
      member.get(MOST_MINUTES, TimeUnit.MINUTES);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("an attack did not end as it should", e);
    }
  }
}
