package org.vigie.server.scan;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The threads that decode pictures. Threads: any.
///
/// They are platform threads, as many as pictures may be decoded at once: a decoder keeps a
/// processor busy and holds a whole picture in memory.
public final class Decoders implements AutoCloseable {
  private final ThreadPoolExecutor threads;

  public Decoders(int count) {
    threads = new ThreadPoolExecutor(
        count,
        count,
        0,
        TimeUnit.SECONDS,
        new LinkedBlockingQueue<>(),
        Thread.ofPlatform().daemon().name("decoder-", 0).factory());
  }

  /// Runs work on one of the threads. Work that has begun when the time is over goes on, and its
  /// result is dropped; work that has not is never begun.
  ///
  /// @param limit how long the work may wait and take
  /// @return empty if it took longer
  <T> Optional<T> within(Duration limit, Callable<T> work) {
    FutureTask<T> task = new FutureTask<>(work);
    threads.execute(task);
    try {
      return Optional.of(task.get(limit.toNanos(), TimeUnit.NANOSECONDS));
    } catch (TimeoutException e) {
      task.cancel(false);
      threads.remove(task);
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a picture was read", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("reading a picture failed", e.getCause());
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
