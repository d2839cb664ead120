package org.vigie.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// Strangers who open pages and make calls without a key, each over a connection of its own, one
/// request after the other, until they are sent home.
final class Crowd implements AutoCloseable {
  private static final int SERVER_ERROR = 500;

  private final BenchServer server;
  private final List<String> doors;
  private final double perSecond;
  private final HttpClient http = HttpClient.newBuilder()
      .version(HttpClient.Version.HTTP_1_1)
      .followRedirects(HttpClient.Redirect.NEVER)
      .build();
  private final AtomicBoolean home = new AtomicBoolean();
  private final AtomicInteger number = new AtomicInteger();
  private final Map<Integer, AtomicInteger> statuses = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<Double> millis = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();
  private final List<Thread> visitors = new ArrayList<>();
  private final long start = System.nanoTime();

  private Crowd(BenchServer server, List<String> doors, double perSecond) {
    this.server = server;
    this.doors = List.copyOf(doors);
    this.perSecond = perSecond;
  }

  /// Starts a crowd.
  ///
  /// @param callers the number of concurrent callers
  /// @param perSecond requests of all together; 0 for as many as are answered
  static Crowd gather(BenchServer server, List<String> doors, int callers, double perSecond) {
    Crowd crowd = new Crowd(server, doors, perSecond);
    for (int i = 0; i < callers; i++) {
      crowd.visitors.add(Thread.ofVirtual().start(crowd::visit));
    }
    return crowd;
  }

  private void visit() {
    try {
      while (!home.get()) {
        int visit = number.getAndIncrement();
        sleepUntilDue(visit);
        send(doors.get(visit % doors.size()));
      }
    } catch (IOException | InterruptedException | RuntimeException e) {
      failures.add(e);
    }
  }

  private void sleepUntilDue(int visit) {
    long due = perSecond == 0 ? 0 : start + (long) (visit * 1e9 / perSecond);
    while (perSecond > 0 && System.nanoTime() < due && !home.get()) {
      LockSupport.parkNanos(due - System.nanoTime());
    }
  }

  private void send(String door) throws IOException, InterruptedException {
    long sent = System.nanoTime();
    HttpRequest request = HttpRequest.newBuilder(server.uri(door)).build();
    int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    millis.add((System.nanoTime() - sent) / 1e6);
    statuses.computeIfAbsent(status, _ -> new AtomicInteger()).incrementAndGet();
    if (status == SERVER_ERROR) {
      throw new IllegalStateException("a stranger was told of a fault at " + door);
    }
  }

  /// Returns the answered requests a second.
  double rate() {
    return millis.size() / ((System.nanoTime() - start) / 1e9);
  }

  /// Returns the number of answers by status.
  Map<Integer, Integer> statuses() {
    Map<Integer, Integer> counted = new TreeMap<>();
    statuses.forEach((status, count) -> counted.put(status, count.get()));
    return counted;
  }

  /// Returns how long a share of the requests took at most.
  double percentile(double share) {
    List<Double> sorted = millis.stream().sorted().toList();
    return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(share * sorted.size())));
  }

  /// Sends all home and waits until they are gone.
  @Override
  public void close() {
    home.set(true);
    visitors.forEach(LockSupport::unpark);
    for (Thread visitor : visitors) {
      join(visitor);
    }
    http.close();
    failures.stream().findFirst().ifPresent(failure -> {
      throw new IllegalStateException("a stranger was not answered", failure);
    });
  }

  private static void join(Thread visitor) {
    try {
      visitor.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while strangers were leaving", e);
    }
  }
}
