package org.vigie.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// A lead who opens the pages of figures.
@Command(
    name = "lead",
    mixinStandardHelpOptions = true,
    header = "Times how long leads wait for their pages of figures.",
    description = {
      "Starts a server in this process with a PostgreSQL of its own, and fills it with cases of",
      "the last 30 days, some of them decided. Then a lead opens each page again and again."
    })
final class LeadBench implements Callable<Integer> {
  private static final List<String> PAGES = List.of("/review/lead", "/review/lead/quality");
  private static final int WARM_UP = 20;
  private static final double GOAL_MILLIS = 300;

  private final PrintStream out;

  @Option(
      names = "--size",
      defaultValue = "100000",
      converter = AtLeastOne.class,
      description = "How many cases there are (default: ${DEFAULT-VALUE}).")
  private int size;

  @Option(
      names = "--decided",
      defaultValue = "90",
      converter = AtLeastOne.class,
      description = "How many in a hundred are decided (default: ${DEFAULT-VALUE}).")
  private int decided;

  @Option(
      names = "--rounds",
      defaultValue = "100",
      converter = AtLeastOne.class,
      description = "How often each page is opened, after a warm-up (default: ${DEFAULT-VALUE}).")
  private int rounds;

  LeadBench(PrintStream out) {
    this.out = out;
  }

  @Override
  public Integer call() throws Exception {
    try (ReviewServer server = ReviewServer.filled(size, out)) {
      server.decide(decided);
      Browser browser = new Browser(server.port(), 0);
      SignUp.with(browser, server.enrolmentLink());
      for (String page : PAGES) {
        open(browser, page, WARM_UP);
        print(page, new Waits(open(browser, page, rounds)));
      }
    }
    return 0;
  }

  private void print(String page, Waits waits) {
    Figures.of("lead", page)
        .with("cases", Integer.valueOf(size))
        .with("decided_percent", Integer.valueOf(decided))
        .with("pages", Integer.valueOf(waits.number()))
        .with("p50_ms", waits.percentile(.5))
        .with("p95_ms", waits.percentile(.95))
        .with("worst_ms", waits.percentile(1))
        .with("goal_p95_ms", GOAL_MILLIS)
        .print(out);
  }

  /// Returns how long each answer took, in nanoseconds.
  private static List<Long> open(Browser browser, String page, int times)
      throws IOException, InterruptedException {
    List<Long> waits = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      long start = System.nanoTime();
      HttpResponse<String> answer = browser.get(page);
      waits.add(System.nanoTime() - start);
      if (answer.statusCode() != 200 || !answer.body().contains("<svg class=\"chart\"")) {
        throw new IllegalStateException(page + " was not shown: " + answer.statusCode());
      }
    }
    return waits;
  }
}
