package org.vigie.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Decisions that are carried out in a messenger.
@Command(
    name = "enforce",
    mixinStandardHelpOptions = true,
    header = "Measures how many actions a second are planned and delivered.",
    description = {
      "Starts a server in this process with a PostgreSQL of its own, and a receiver of signed",
      "webhooks. Decisions take effect all at once; each has four actions: its media, its message,",
      "its account, and the notification of the person."
    })
final class EnforceBench implements Callable<Integer> {
  private static final int ACTIONS = 4;
  private static final long PATIENCE_SECONDS = 600;
  private static final double GOAL_PER_SECOND = 1_000;

  private final PrintStream out;

  @Option(
      names = "--size",
      defaultValue = "5000",
      converter = AtLeastOne.class,
      description = "How many decisions take effect (default: ${DEFAULT-VALUE}).")
  private int size;

  EnforceBench(PrintStream out) {
    this.out = out;
  }

  @Override
  public Integer call() throws Exception {
    try (Receiver receiver = new Receiver();
        ReviewServer server = ReviewServer.filled(size, out, receiver.settings())) {
      server.ban();
      long start = System.nanoTime();
      server.announce();
      receiver.await((long) ACTIONS * size);
      print(size, System.nanoTime() - start);
    }
    return 0;
  }

  private void print(int decisions, long nanos) {
    Figures.of("enforce", "from decisions to a local receiver of webhooks")
        .with("decisions", Integer.valueOf(decisions))
        .with("actions", Integer.valueOf(ACTIONS * decisions))
        .with("seconds", nanos / 1e9)
        .with("actions_per_second", ACTIONS * decisions / (nanos / 1e9))
        .with("goal_per_second", GOAL_PER_SECOND)
        .print(out);
  }

  /// Counts deliveries, and answers each that it is done.
  private static final class Receiver implements AutoCloseable {
    private final AtomicLong received = new AtomicLong();
    private final HttpServer http;

    Receiver() throws IOException {
      http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      http.createContext("/", this::take);
      http.start();
    }

    private void take(HttpExchange exchange) throws IOException {
      try (exchange) {
        exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(204, -1);
        received.incrementAndGet();
      }
    }

    /// Returns the settings of a server that sends here.
    String[] settings() {
      String receiver = "--vigie.webhook.receivers.main.";
      return new String[] {
        receiver + "url=http://127.0.0.1:" + http.getAddress().getPort() + "/",
        receiver + "internal=true",
        receiver + "keys.id=bench",
        receiver + "keys.secret=a made-up secret of thirty-two bytes"
      };
    }

    void await(long number) throws InterruptedException {
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
      while (received.get() < number) {
        if (System.nanoTime() > end) {
          throw new IllegalStateException(
              "only " + received.get() + " of " + number + " actions arrived");
        }
        Thread.sleep(10);
      }
    }

    @Override
    public void close() {
      http.stop(0);
    }
  }
}
