package org.vigie.bench.doors;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.vigie.bench.Figures;

/// Well-behaved callers during an attack: a messenger that scans pictures, an operator's probe of
/// readiness, and a person who opens the report form. Each asks at a steady pace, with a key or an
/// address of its own.
final class Bystanders implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration SCAN_PAUSE = Duration.ofMillis(100);
  private static final Duration PAGE_PAUSE = Duration.ofMillis(250);

  private final List<Bystander> all;

  /// @param scan makes the next scan of the messenger
  /// @param ready the address of readiness
  /// @param page an address that anybody may open
  Bystanders(Supplier<HttpRequest> scan, URI ready, URI page) {
    this.all = List.of(
        new Bystander("scan", scan, SCAN_PAUSE),
        new Bystander("ready", () -> HttpRequest.newBuilder(ready).build(), PAGE_PAUSE),
        new Bystander("page", () -> HttpRequest.newBuilder(page).build(), PAGE_PAUSE));
    all.forEach(Bystander::start);
  }

  /// Adds the times that each measured.
  Figures addTo(Figures figures) {
    all.forEach(each -> each.addTo(figures));
    return figures;
  }

  /// Lets each finish the request that it has begun, and ends.
  void leave() {
    all.forEach(Bystander::stop);
  }

  @Override
  public void close() {
    leave();
  }

  /// One of them. The next request is due a pause after the one before, whether or not that has
  /// been answered, and its time counts from then.
  private static final class Bystander {
    private final String name;
    private final Supplier<HttpRequest> request;
    private final Duration pause;
    private final HttpClient http =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<Double> millis = new ArrayList<>();
    private final Answers failures = new Answers();
    private final Thread thread = Thread.ofPlatform().daemon().unstarted(this::goOn);
    private volatile boolean over;

    private Bystander(String name, Supplier<HttpRequest> request, Duration pause) {
      this.name = name;
      this.request = request;
      this.pause = pause;
    }

    private void start() {
      thread.start();
    }

    private void goOn() {
      long due = System.nanoTime();
      while (!over) {
        ask(due);
        due += pause.toNanos();
        LockSupport.parkNanos(due - System.nanoTime());
      }
    }

    private void ask(long due) {
      HttpRequest next = HttpRequest.newBuilder(request.get(), (_, _) -> true)
          .timeout(PATIENCE)
          .build();
      try {
        int status = http.send(next, HttpResponse.BodyHandlers.discarding()).statusCode();
        if (status / 100 == 2) {
          millis.add((System.nanoTime() - due) / 1e6);
        } else {
          failures.count(status);
        }
      } catch (IOException _) {
        // An outcome: under attack the server may refuse, close or leave a connection.
        failures.count("no answer");
      } catch (InterruptedException e) {
        throw new IllegalStateException("interrupted while a bystander asked", e);
      }
    }

    private void stop() {
      over = true;
      try {
        thread.join(PATIENCE);
      } catch (InterruptedException e) {
        throw new IllegalStateException("interrupted while a bystander went on", e);
      }
      http.shutdownNow();
    }

    private void addTo(Figures figures) {
      List<Double> sorted = new ArrayList<>(millis);
      Collections.sort(sorted);
      figures
          .with(name + "_answers", Integer.valueOf(sorted.size()))
          .with(name + "_p50_ms", percentile(sorted, .5))
          .with(name + "_p99_ms", percentile(sorted, .99))
          .with(name + "_failures", failures.text());
    }

    private static double percentile(List<Double> sorted, double share) {
      return sorted.isEmpty()
          ? 0
          : sorted.get((int) Math.min(sorted.size() - 1, share * sorted.size()));
    }
  }
}
