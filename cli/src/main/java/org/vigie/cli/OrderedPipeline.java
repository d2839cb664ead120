package org.vigie.cli;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/// Work on many inputs at once whose results come out in the order of the inputs.
///
/// The window of inputs that are queued, under way or waiting for an earlier one is bounded, so
/// memory does not grow with the number of inputs.
///
/// @param <T> input
/// @param <R> result
final class OrderedPipeline<T, R> {
  private static final int WINDOW_PER_WORKER = 64;

  private final int workers;
  private final Work<T, R> work;
  private final Consumer<R> results;
  private final Deque<Future<R>> window = new ArrayDeque<>();

  /// @param results gets every result, on the thread that calls [#run]
  OrderedPipeline(int workers, Work<T, R> work, Consumer<R> results) {
    this.workers = workers;
    this.work = work;
    this.results = results;
  }

  /// Processes all inputs; an exception of `work` or `results` ends the run and is thrown here.
  ///
  /// @throws InterruptedException if the calling thread was interrupted; work under way is too
  void run(Iterator<T> inputs) throws InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(workers);
    try {
      while (inputs.hasNext()) {
        T input = inputs.next();
        window.add(pool.submit(() -> work.on(input)));
        handOver(workers * WINDOW_PER_WORKER);
      }
      handOver(0);
    } finally {
      pool.shutdownNow();
      pool.close();
    }
  }

  /// Hands over finished results at the front, and waits while more than `limit` are left.
  private void handOver(int limit) throws InterruptedException {
    while (!window.isEmpty() && (window.size() > limit || window.element().isDone())) {
      results.accept(result(window.remove()));
    }
  }

  private static <R> R result(Future<R> future) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a file could not be worked on", e.getCause());
    }
  }

  /// The work on one input; called from several threads.
  interface Work<T, R> {
    R on(T input) throws InterruptedException;
  }
}
