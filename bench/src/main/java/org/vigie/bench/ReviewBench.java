package org.vigie.bench;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.vigie.server.access.PersonId;
import org.vigie.server.review.Verdict;
import org.vigie.server.review.deciding.ClaimOutcome;
import org.vigie.server.review.deciding.Desk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Reviewers who claim and decide, all at once.
@Command(
    name = "review",
    mixinStandardHelpOptions = true,
    header = "Times how long reviewers wait for their next case.",
    description = {
      "Starts a server in this process with a PostgreSQL of its own, and fills it with open",
      "cases. Then every reviewer claims the most urgent case, decides it and claims the next,",
      "at a steady pace. No case may be given to two."
    })
final class ReviewBench implements Callable<Integer> {
  private static final Duration WARM_UP = Duration.ofSeconds(5);
  private static final double GOAL_MILLIS = 50;

  private final PrintStream out;

  @Option(
      names = "--size",
      defaultValue = "100000",
      converter = AtLeastOne.class,
      description = "How many cases wait (default: ${DEFAULT-VALUE}).")
  private int size;

  @Option(
      names = "--reviewers",
      defaultValue = "50",
      converter = AtLeastOne.class,
      description = "How many people review at once (default: ${DEFAULT-VALUE}).")
  private int reviewers;

  @Option(
      names = "--pace",
      defaultValue = "1000",
      converter = AtLeastOne.class,
      description =
          "Milliseconds from one claim of a reviewer to the next" + " (default: ${DEFAULT-VALUE}).")
  private int pace;

  @Option(
      names = "--seconds",
      defaultValue = "20",
      converter = AtLeastOne.class,
      description = "How long is measured, after a warm-up (default: ${DEFAULT-VALUE}).")
  private int seconds;

  ReviewBench(PrintStream out) {
    this.out = out;
  }

  @Override
  public Integer call() throws Exception {
    try (ReviewServer server = ReviewServer.filled(size, out)) {
      List<PersonId> people = server.invite(reviewers);
      review(server.desk(), people, WARM_UP);
      List<Long> waits = review(server.desk(), people, Duration.ofSeconds(seconds));
      requireApart(server);
      print(new Waits(waits));
    }
    return 0;
  }

  private void print(Waits waits) {
    Figures.of("review", "claims of the next case")
        .with("cases", Integer.valueOf(size))
        .with("reviewers", Integer.valueOf(reviewers))
        .with("pace_ms", Integer.valueOf(pace))
        .with("claims", Integer.valueOf(waits.number()))
        .with("p50_ms", waits.percentile(.5))
        .with("p99_ms", waits.percentile(.99))
        .with("worst_ms", waits.percentile(1))
        .with("goal_p99_ms", GOAL_MILLIS)
        .print(out);
  }

  private static void requireApart(ReviewServer server) {
    long twice = server.claimedTwice();
    if (twice > 0) {
      throw new IllegalStateException(twice + " cases were given to two reviewers");
    }
  }

  /// Returns how long each claim took, in nanoseconds.
  private List<Long> review(Desk desk, List<PersonId> people, Duration length) throws Exception {
    long end = System.nanoTime() + length.toNanos();
    List<Future<List<Long>>> running = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < people.size(); i++) {
        PersonId person = people.get(i);
        long begin = System.nanoTime() + pace * 1_000_000L * i / people.size();
        running.add(threads.submit(() -> review(desk, person, begin, end)));
      }
    }
    List<Long> waits = new ArrayList<>();
    for (Future<List<Long>> reviewer : running) {
      waits.addAll(reviewer.get());
    }
    return waits;
  }

  private List<Long> review(Desk desk, PersonId person, long begin, long end) {
    List<Long> waits = new ArrayList<>();
    for (long next = begin; next < end; next += pace * 1_000_000L) {
      await(next);
      long start = System.nanoTime();
      ClaimOutcome outcome = desk.claimNext(person);
      waits.add(System.nanoTime() - start);
      if (!(outcome instanceof ClaimOutcome.Claimed claimed)) {
        throw new IllegalStateException("no case was left; begin with more by --size");
      }
      desk.decide(
          person, claimed.claimed().id(), claimed.claimed().version(), new Verdict.NoViolation());
    }
    return waits;
  }

  private static void await(long moment) {
    while (System.nanoTime() < moment) {
      LockSupport.parkNanos(moment - System.nanoTime());
    }
  }
}
