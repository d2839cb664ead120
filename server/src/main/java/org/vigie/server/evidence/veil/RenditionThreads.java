package org.vigie.server.evidence.veil;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.vigie.media.Deadline;

/// The few threads that make renditions, so that looking at pictures takes no processor from
/// scans. Threads: any.
final class RenditionThreads implements AutoCloseable {
  private static final int COUNT = 2;
  private static final int WAITING = 32;

  private final Duration limit;
  private final LongSupplier nanoClock;
  private final ThreadPoolExecutor threads;

  /// @param limit how long a rendition may wait and take
  /// @param nanoClock as [System#nanoTime]
  RenditionThreads(Duration limit, LongSupplier nanoClock) {
    this.limit = limit;
    this.nanoClock = nanoClock;
    this.threads = new ThreadPoolExecutor(
        COUNT,
        COUNT,
        0,
        TimeUnit.SECONDS,
        new ArrayBlockingQueue<>(WAITING),
        Thread.ofPlatform().daemon().name("rendition-", 0).factory());
  }

  /// Returns how long a rendition may wait and take.
  Duration limit() {
    return limit;
  }

  /// Runs work on one of the threads; empty if too much waits already, or it took too long. Work
  /// that was begun then ends at its next question to its deadline.
  public <T> Optional<T> within(Function<Deadline, T> work) {
    Deadline deadline = Deadline.in(limit, nanoClock);
    FutureTask<T> task = new FutureTask<>(() -> work.apply(deadline));
    try {
      threads.execute(task);
      return Optional.of(task.get(limit.toNanos(), TimeUnit.NANOSECONDS));
    } catch (RejectedExecutionException e) {
      return Optional.empty();
    } catch (TimeoutException e) {
      task.cancel(true);
      threads.remove(task);
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a rendition was made", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("making a rendition failed", e.getCause());
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
