package org.vigie.server.scan.reading;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.vigie.media.Deadline;
import org.vigie.server.frame.EnumWords;
import org.vigie.server.scan.DecodingLane;

/// The threads that decode pictures, a few for each [DecodingLane]. Threads: any.
///
/// They are platform threads, as many as pictures may be decoded at once: a decoder keeps a
/// processor busy and holds a whole picture in memory. Scans have as many threads as configured,
/// other callers half as many, strangers one and late reading one; the last two pause at their
/// next row while scans need every processor. Other callers do not pause, so that the scans of one
/// key never stop the work of all of them.
public final class Decoders implements AutoCloseable {
  private static final int MOST_WAITING_SCANS = 1_024;
  private static final int MOST_WAITING_CALLERS = 256;
  private static final int MOST_WAITING_STRANGERS = 16;

  private final Map<DecodingLane, ThreadPoolExecutor> threads = new EnumMap<>(DecodingLane.class);
  private final ScanPriority priority;

  /// @param scans the most pictures of scans that are decoded at the same time
  public Decoders(int scans) {
    priority = new ScanPriority(scans);
    threads.put(DecodingLane.SCANS, pool(DecodingLane.SCANS, scans, MOST_WAITING_SCANS));
    int callers = Math.max(1, scans / 2);
    threads.put(DecodingLane.CALLERS, pool(DecodingLane.CALLERS, callers, MOST_WAITING_CALLERS));
    threads.put(DecodingLane.STRANGERS, pool(DecodingLane.STRANGERS, 1, MOST_WAITING_STRANGERS));
    threads.put(DecodingLane.LATER, pool(DecodingLane.LATER, 1, 1));
  }

  private static ThreadPoolExecutor pool(DecodingLane lane, int count, int waiting) {
    String name = "decoder-" + EnumWords.of(lane) + "-";
    return new ThreadPoolExecutor(
        count,
        count,
        0,
        TimeUnit.SECONDS,
        new ArrayBlockingQueue<>(waiting),
        Thread.ofPlatform().daemon().name(name, 0).factory());
  }

  /// Runs work on one of the threads of a lane. Work that is running at its deadline ends when it
  /// next checks the deadline, after this has returned: so it holds the memory that it reads.
  /// Queued work is never begun.
  ///
  /// @param limit how long the work may wait and take
  /// @return empty if it took longer, or the queue is full
  <T> Optional<T> within(DecodingLane lane, Duration limit, Function<Deadline, T> work) {
    Deadline deadline = Deadline.in(limit, System::nanoTime);
    return switch (lane) {
      case SCANS -> scan(limit, () -> work.apply(deadline));
      case CALLERS -> awaited(lane, limit, () -> work.apply(deadline));
      case STRANGERS, LATER -> awaited(lane, limit, () -> work.apply(priority.after(deadline)));
    };
  }

  private <T> Optional<T> scan(Duration limit, Callable<T> work) {
    priority.begin();
    try {
      return awaited(DecodingLane.SCANS, limit, work);
    } finally {
      priority.end();
    }
  }

  private <T> Optional<T> awaited(DecodingLane lane, Duration limit, Callable<T> work) {
    FutureTask<T> task = new FutureTask<>(work);
    try {
      lane(lane).execute(task);
    } catch (RejectedExecutionException e) {
      return Optional.empty();
    }
    return awaited(lane, limit, task);
  }

  private <T> Optional<T> awaited(DecodingLane lane, Duration limit, FutureTask<T> task) {
    try {
      return Optional.of(task.get(limit.toNanos(), TimeUnit.NANOSECONDS));
    } catch (TimeoutException e) {
      task.cancel(false);
      lane(lane).remove(task);
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a picture was read", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("reading a picture failed", e.getCause());
    }
  }

  private ThreadPoolExecutor lane(DecodingLane lane) {
    return Objects.requireNonNull(threads.get(lane));
  }

  @Override
  public void close() {
    threads.values().forEach(ThreadPoolExecutor::shutdownNow);
  }
}
