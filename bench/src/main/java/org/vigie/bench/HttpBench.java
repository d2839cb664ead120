package org.vigie.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.vigie.bench.Stopwatch.Timing;
import org.vigie.fingerprint.PdqSignal;
import org.vigie.index.SignalIndex;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// A whole server over HTTP.
@Command(
    name = "http",
    mixinStandardHelpOptions = true,
    header = "Times look-ups and scans over HTTP against a server of its own.",
    description = {
      "Starts a server with an empty PostgreSQL, imports a bank of generated members, each",
      "with a PDQ signal and an MD5, and sends it requests from this process. A rate a CPU",
      "second is counted against the server's processor time, all its threads together. Every",
      "answer is checked; a wrong one ends the run."
    })
final class HttpBench implements Callable<Integer> {
  private static final int BATCH = 100;
  private static final int BODIES = 200;
  private static final int PICTURES = 32;
  private static final List<Integer> LARGER_BATCHES = List.of(1000, 8000, 20_000);

  /// Of every so many signals that are looked up, one is known: half of all, or one of a batch.
  private static final int HALF = 2;

  private static final int ONE_OF_A_BATCH = BATCH;

  private final PrintStream out;

  @Option(
      names = "--size",
      defaultValue = "1000000",
      converter = AtLeastOne.class,
      description = "How many members (default: ${DEFAULT-VALUE}).")
  private int size;

  @Option(
      names = "--clients",
      defaultValue = "4",
      converter = AtLeastOne.class,
      description = "How many requests at once where the server is kept busy"
          + " (default: ${DEFAULT-VALUE}).")
  private int clients;

  @Option(
      names = "--rounds",
      defaultValue = "3",
      converter = AtLeastOne.class,
      description = "How often each look-up is measured (default: ${DEFAULT-VALUE}).")
  private int rounds;

  @Mixin
  private final Measuring measuring = new Measuring();

  HttpBench(PrintStream out) {
    this.out = out;
  }

  @Override
  public Integer call() throws Exception {
    Machine.figures().print(out);
    SignalWorld world = new SignalWorld(size, false);
    try (BenchServer server = BenchServer.start(Path.of(System.getProperty("vigie.launcher")))) {
      BenchBank bank = BenchBank.importing(world, server);
      figures("import").with("wall_s", bank.importSeconds()).print(out);
      benchDigests(server, bank, world, ONE_OF_A_BATCH);
      benchDigests(server, bank, world, HALF);
      benchSignals(server, bank, world);
      benchScans(server, bank);
    }
    return 0;
  }

  private Figures figures(String what) {
    return Figures.of("http", what).with("members", Integer.valueOf(size));
  }

  private void benchDigests(BenchServer server, BenchBank bank, SignalWorld world, int every) {
    int known = BATCH / every;
    List<String> bodies = bodies(i -> "{\"type\":\"md5\",\"value\":\""
        + bank.digest(i % every == 0 ? world.memberOf(i) : -1 - i) + "\"}");
    Load load = new Load(server, lookups(bank, bodies), answer -> requireMatches(answer, known));
    warmUp(load);
    for (int round = 1; round <= rounds; round++) {
      Load.Result result = busy(load);
      figures("look-ups of " + BATCH + " digests, " + known + " of them known")
          .with("round", Integer.valueOf(round))
          .with("digests_a_cpu_second", result.perCpuSecond() * BATCH)
          .with("goal_a_cpu_second", 300_000.0)
          .with("digests_a_wall_second", result.perWallSecond() * BATCH)
          .with("server_cores", result.cores())
          .with("p50_ms", result.percentile(.5))
          .with("p99_ms", result.percentile(.99))
          .print(out);
    }
  }

  /// The same queries are given to an index in this process, by turns with the server, so that
  /// other load of the machine affects both.
  private void benchSignals(BenchServer server, BenchBank bank, SignalWorld world) {
    SignalIndex index = new SignalIndex();
    index.putAll(world.entries());
    List<PdqSignal> needles =
        IntStream.range(0, BATCH * BODIES).mapToObj(world::query).toList();
    List<String> bodies =
        bodies(i -> "{\"type\":\"pdq\",\"value\":\"" + needles.get(i).text() + "\"}");
    Load load =
        new Load(server, lookups(bank, bodies), answer -> requireMatches(answer, BATCH / 2));
    warmUp(load);
    for (int round = 1; round <= rounds; round++) {
      double alone = bareRate(index, needles, BATCH);
      printSignals(round, alone, busy(load));
    }
    for (int batch : LARGER_BATCHES) {
      figures("the index alone, batches of " + batch)
          .with("signals_a_cpu_second", bareRate(index, needles, batch))
          .print(out);
    }
  }

  private void printSignals(int round, double alone, Load.Result result) {
    figures("look-ups of " + BATCH + " PDQ signals, half of them known")
        .with("round", Integer.valueOf(round))
        .with("signals_a_cpu_second", result.perCpuSecond() * BATCH)
        .with("index_alone_a_cpu_second", alone)
        .with("share_of_index", result.perCpuSecond() * BATCH / alone)
        .with("goal_share_of_index", .5)
        .with("signals_a_wall_second", result.perWallSecond() * BATCH)
        .with("server_cores", result.cores())
        .with("p50_ms", result.percentile(.5))
        .with("p99_ms", result.percentile(.99))
        .print(out);
  }

  private double bareRate(SignalIndex index, List<PdqSignal> needles, int batch) {
    int batches = needles.size() / batch;
    Timing timing = measuring.time(() -> {
      for (int from = 0; from < batches * batch; from += batch) {
        index.findAll(needles.subList(from, from + batch), PdqSignal.DEFAULT_RADIUS);
      }
    });
    return timing.perCpuSecond((long) batches * batch);
  }

  /// First finds the server's highest rate, then measures scans at half of it.
  private void benchScans(BenchServer server, BenchBank bank) throws IOException {
    List<byte[]> forms = new ArrayList<>();
    int bytes = 0;
    for (int i = 0; i < PICTURES; i++) {
      byte[] file = SampleJpeg.of(1024 + i, 1024, 12, .9f);
      forms.add(BenchBank.form(file));
      bytes = file.length;
    }
    Load load = new Load(
        server,
        n -> bank.scan(forms.get(n % PICTURES)),
        answer -> requireContains(answer, "\"outcome\":\"clear\""));
    warmUp(load);
    Load.Result most = busy(load);
    printMost(most, bytes);
    printHalf(load.atPace(most.perWallSecond() / 2, measuring.length().multipliedBy(4)));
  }

  private void printMost(Load.Result most, int bytes) {
    figures("scans of a 1-megapixel JPEG, one after another")
        .with("file_bytes", Integer.valueOf(bytes))
        .with("scans_a_cpu_second", most.perCpuSecond())
        .with("scans_a_wall_second", most.perWallSecond())
        .with("cpu_ms_a_scan", 1000 / most.perCpuSecond())
        .with("database_cpu_ms_a_scan", 1000 * most.cpu().database() / most.requests())
        .with("server_cores", most.cores())
        .with("p50_ms", most.percentile(.5))
        .with("p99_ms", most.percentile(.99))
        .print(out);
  }

  private void printHalf(Load.Result half) {
    figures("scans of a 1-megapixel JPEG at half of that rate")
        .with("scans_a_wall_second", half.perWallSecond())
        .with("server_cores", half.cores())
        .with("p50_ms", half.percentile(.5))
        .with("p99_ms", half.percentile(.99))
        .with("goal_p99_ms", 30.0)
        .print(out);
  }

  private void warmUp(Load load) {
    load.asFastAsPossible(clients, measuring.serverWarmUp());
  }

  private Load.Result busy(Load load) {
    return load.asFastAsPossible(clients, measuring.length());
  }

  private static List<String> bodies(IntFunction<String> signal) {
    return IntStream.range(0, BODIES)
        .mapToObj(body -> IntStream.range(body * BATCH, (body + 1) * BATCH)
            .mapToObj(signal)
            .collect(Collectors.joining(",", "{\"signals\":[", "]}")))
        .toList();
  }

  private static IntFunction<HttpRequest> lookups(BenchBank bank, List<String> bodies) {
    List<HttpRequest> requests =
        bodies.stream().map(body -> bank.lookup(body).build()).toList();
    return n -> requests.get(n % requests.size());
  }

  private static void requireMatches(String answer, int expected) {
    int found = 0;
    for (int at = answer.indexOf("\"member\"");
        at >= 0;
        at = answer.indexOf("\"member\"", at + 1)) {
      found++;
    }
    if (found != expected) {
      throw new IllegalStateException(found + " matches in an answer, expected " + expected);
    }
  }

  private static void requireContains(String answer, String expected) {
    if (!answer.contains(expected)) {
      throw new IllegalStateException("an answer is not " + expected);
    }
  }
}
