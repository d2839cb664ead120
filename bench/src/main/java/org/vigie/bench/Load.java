package org.vigie.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/// Requests sent to a server, as many as it takes or at a steady pace.
///
/// @param request the n-th request
/// @param check checks every answer and throws if it is wrong
record Load(BenchServer server, IntFunction<HttpRequest> request, Consumer<String> check) {
  /// The most requests at once that a server accepts from one key by default.
  private static final int MOST_AT_ONCE = 4 * Runtime.getRuntime().availableProcessors();

  /// The result of a load.
  ///
  /// @param cpu the server's processor time meanwhile
  /// @param millis of each request that was answered, from when it was due, in order of length
  record Result(double wallSeconds, BenchServer.Cpu cpu, List<Double> millis) {
    Result {
      millis = List.copyOf(millis);
    }

    int requests() {
      return millis.size();
    }

    double perCpuSecond() {
      return requests() / cpu.server();
    }

    double perWallSecond() {
      return requests() / wallSeconds;
    }

    /// Returns the number of cores that the server kept busy.
    double cores() {
      return cpu.server() / wallSeconds;
    }

    /// @param share 0 to 1: 0.99 for the 99th percentile
    double percentile(double share) {
      return millis.get((int) Math.min(millis.size() - 1, Math.floor(share * millis.size())));
    }
  }

  /// Lets a few clients send one request after the other.
  Result asFastAsPossible(int clients, Duration length) {
    AtomicInteger number = new AtomicInteger();
    long end = System.nanoTime() + length.toNanos();
    return measure(clients, times -> {
      while (System.nanoTime() < end) {
        times.add(send(number.getAndIncrement(), System.nanoTime()));
      }
    });
  }

  /// Sends requests when they are due, whether or not earlier ones have been answered; a request
  /// that had to wait for its turn counts that wait.
  Result atPace(double perSecond, Duration length) {
    AtomicInteger number = new AtomicInteger();
    int total = (int) (perSecond * length.toNanos() / 1e9);
    long start = System.nanoTime();
    return measure(MOST_AT_ONCE, times -> {
      for (int n = number.getAndIncrement(); n < total; n = number.getAndIncrement()) {
        long due = start + (long) (n * 1e9 / perSecond);
        sleepUntil(due);
        times.add(send(n, due));
      }
    });
  }

  private static void sleepUntil(long due) {
    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  private Result measure(int clients, Consumer<ConcurrentLinkedQueue<Double>> client) {
    ConcurrentLinkedQueue<Double> times = new ConcurrentLinkedQueue<>();
    BenchServer.Cpu before = server.cpu();
    long start = System.nanoTime();
    try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < clients; i++) {
        running.add(threads.submit(() -> client.accept(times)));
      }
      running.forEach(Load::await);
    }
    double wall = (System.nanoTime() - start) / 1e9;
    BenchServer.Cpu cpu = server.cpu().since(before);
    return new Result(wall, cpu, times.stream().sorted().toList());
  }

  private static void await(Future<?> running) {
    try {
      running.get(10, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while clients were running", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("a client failed", e);
    }
  }

  private double send(int number, long due) {
    try {
      HttpResponse<String> response = server.send(request.apply(number));
      if (response.statusCode() / 100 != 2) {
        throw new IllegalStateException("status " + response.statusCode() + ": " + response.body());
      }
      check.accept(response.body());
      return (System.nanoTime() - due) / 1e6;
    } catch (IOException e) {
      throw new UncheckedIOException("the server does not answer", e);
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted", e);
    }
  }
}
