package org.vigie.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Scans while a crowd of strangers is at every public door.
@Command(
    name = "crowd",
    mixinStandardHelpOptions = true,
    header = "Times scans with and without a crowd of strangers.",
    description = {
      "Starts a server of its own with its usual 20 connections, and sends it scans at a",
      "steady pace: quietly, and while strangers open all public pages and call without a key,",
      "by turns. Strangers and scans come from this process, so they share the machine with the",
      "server. A scan that is refused and a stranger who is told of a fault end the run. Where",
      "the p99 of scans with strangers is over --goal times the quiet one in any round, all",
      "rounds are measured, and the run ends with status 1."
    })
final class CrowdBench implements Callable<Integer> {
  private static final int PICTURES = 8;
  private static final int MEMBERS = 10_000;
  private static final Pattern CODE = Pattern.compile("\"code\":\"([A-Z2-7-]+)\"");
  private static final String NOTICE = """
      {"ground": "rules", "category": "scams-and-fraud", "surface": "public",
       "reported": [{"room": "r-1", "message": "17"}], "reporter": "user-1"}""";

  private final PrintStream out;

  @Option(
      names = "--callers",
      defaultValue = "300",
      converter = AtLeastOne.class,
      description = "How many strangers at once (default: ${DEFAULT-VALUE}).")
  private int callers;

  @Option(
      names = "--visits",
      defaultValue = "300",
      description = "How many requests of strangers a second, all together; 0 for as many as"
          + " are answered (default: ${DEFAULT-VALUE}).")
  private int visits;

  @Option(
      names = "--goal",
      defaultValue = "2",
      description = "How many times the quiet p99 the one with strangers may be (default:"
          + " ${DEFAULT-VALUE}).")
  private double goal;

  @Option(
      names = "--scans",
      defaultValue = "10",
      converter = AtLeastOne.class,
      description = "How many scans a second (default: ${DEFAULT-VALUE}).")
  private int scans;

  @Option(
      names = "--rounds",
      defaultValue = "3",
      converter = AtLeastOne.class,
      description = "How often quiet and crowd take turns (default: ${DEFAULT-VALUE}).")
  private int rounds;

  @Mixin
  private final Measuring measuring = new Measuring();

  CrowdBench(PrintStream out) {
    this.out = out;
  }

  @Override
  public Integer call() throws Exception {
    Machine.figures().print(out);
    boolean met = true;
    SignalWorld world = new SignalWorld(MEMBERS, false);
    try (BenchServer server = BenchServer.start(Path.of(System.getProperty("vigie.launcher")))) {
      BenchBank bank = BenchBank.importing(world, server);
      List<String> doors = doors(receipt(server));
      Load load = load(server, bank);
      warmUp(server, load, doors);
      for (int round = 1; round <= rounds; round++) {
        met &= measure(server, load, doors, round) <= goal;
      }
    }
    return met ? 0 : 1;
  }

  /// Returns the paths that are open without a session or a key.
  private static List<String> doors(String code) {
    return List.of(
        "/report",
        "/report/where",
        "/report/r/" + code,
        "/report/state",
        "/report/embed.js",
        "/sign-in",
        "/problems",
        "/problems/not-ready",
        "/",
        "/review",
        "/nowhere",
        "/health/live",
        "/health/ready",
        "/hma/status",
        "/api/docs",
        "/api/v1/banks",
        "/style/vigie.css");
  }

  private static String receipt(BenchServer server) throws IOException, InterruptedException {
    String key = server.addKey("notices");
    HttpRequest request = HttpRequest.newBuilder(server.uri("/api/v1/notices"))
        .header("Authorization", "Bearer " + key)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(NOTICE))
        .build();
    HttpResponse<String> answer = server.send(request);
    Matcher code = CODE.matcher(answer.body());
    if (!code.find()) {
      throw new IllegalStateException("no receipt, status " + answer.statusCode());
    }
    return code.group(1);
  }

  private static Load load(BenchServer server, BenchBank bank) throws IOException {
    List<byte[]> forms = new ArrayList<>();
    for (int i = 0; i < PICTURES; i++) {
      forms.add(BenchBank.form(SampleJpeg.of(1024 + i, 1024, 12, .9f)));
    }
    return new Load(server, n -> bank.scan(forms.get(n % PICTURES)), CrowdBench::requireClear);
  }

  private static void requireClear(String answer) {
    if (!answer.contains("\"outcome\":\"clear\"")) {
      throw new IllegalStateException("a scan is not clear");
    }
  }

  private void warmUp(BenchServer server, Load load, List<String> doors) {
    try (Crowd _ = crowd(server, doors)) {
      load.atPace(scans, measuring.serverWarmUp());
    }
  }

  private Crowd crowd(BenchServer server, List<String> doors) {
    return Crowd.gather(server, doors, callers, visits);
  }

  /// Returns the ratio of the slowest scans with a crowd to those without.
  private double measure(BenchServer server, Load load, List<String> doors, int round) {
    Load.Result quiet = load.atPace(scans, measuring.length());
    Load.Result crowded;
    Figures strangers = figures("strangers", round);
    try (Crowd crowd = crowd(server, doors)) {
      crowded = load.atPace(scans, measuring.length());
      strangers
          .with("requests_a_second", crowd.rate())
          .with("p50_ms", crowd.percentile(.5))
          .with("p99_ms", crowd.percentile(.99))
          .with("statuses", crowd.statuses().toString());
    }
    double ratio = crowded.percentile(.99) / quiet.percentile(.99);
    scans("scans, quiet", round, quiet).print(out);
    scans("scans, with " + callers + " strangers", round, crowded)
        .with("p50_ratio", crowded.percentile(.5) / quiet.percentile(.5))
        .with("p99_ratio", ratio)
        .with("goal_p99_ratio", goal)
        .print(out);
    strangers.print(out);
    return ratio;
  }

  private static Figures figures(String what, int round) {
    return Figures.of("crowd", what).with("round", Integer.valueOf(round));
  }

  private static Figures scans(String what, int round, Load.Result result) {
    return figures(what, round)
        .with("scans_a_second", result.perWallSecond())
        .with("p50_ms", result.percentile(.5))
        .with("p99_ms", result.percentile(.99))
        .with("server_cores", result.cores());
  }
}
