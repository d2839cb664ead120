package org.vigie.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.vigie.bench.Stopwatch.Timing;
import org.vigie.fingerprint.PdqSignal;
import org.vigie.fingerprint.SignalTypes;
import org.vigie.index.Hit;
import org.vigie.index.IndexEntry;
import org.vigie.index.SignalIndex;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Exact radius search, on one core.
@Command(
    name = "index",
    mixinStandardHelpOptions = true,
    header = "Times exact search at radius 31, on one core.",
    description = {
      "Builds an index of generated signals and searches it one query at a time,",
      "in batches, and by comparing with every signal. Half of the queries are",
      "members with up to 31 bits turned over, half are strangers. The answers of a",
      "sample are checked against comparing with every signal, and every member",
      "looked for must be found; the exit status is 1 if one is wrong."
    })
final class IndexBench implements Callable<Integer> {
  private static final int RADIUS = PdqSignal.DEFAULT_RADIUS;
  private static final List<Integer> BATCHES = List.of(100, 1000, 8000, 65_536);
  private static final int CHECKED = 200;

  private final PrintStream out;

  @Option(
      names = "--size",
      defaultValue = "1000000",
      converter = AtLeastOne.class,
      description = "How many signals (default: ${DEFAULT-VALUE}).")
  private int size;

  @Option(
      names = "--queries",
      defaultValue = "65536",
      converter = AtLeastOne.class,
      description = "How many different queries (default: ${DEFAULT-VALUE}).")
  private int queries;

  @Option(
      names = "--skewed",
      description = "Give a quarter of the signals chunks that recur, as real pictures have.")
  private boolean skewed;

  @Mixin
  private final Measuring measuring = new Measuring();

  IndexBench(PrintStream out) {
    this.out = out;
  }

  @Override
  public Integer call() throws IOException {
    Machine.figures().print(out);
    SignalWorld world = new SignalWorld(size, skewed);
    SignalIndex built = build(world);
    List<PdqSignal> needles = IntStream.range(0, queries).mapToObj(world::query).toList();
    LinearOracle oracle = LinearOracle.of(world);
    Timing naive = measuring.time(() -> oracle.count(needles.getFirst(), RADIUS));
    benchSearch("", built, needles, naive);
    int wrong = countWrong(built, needles, oracle);
    benchChange(built, world);
    SignalIndex opened = saveAndOpen(built);
    benchSearch(" of an opened snapshot", opened, needles, naive);
    wrong += countWrong(opened, needles, oracle);
    return wrong == 0 ? 0 : 1;
  }

  private Figures figures(String what) {
    return Figures.of("index", what)
        .with("size", Integer.valueOf(size))
        .with("skewed", Boolean.valueOf(skewed));
  }

  private SignalIndex build(SignalWorld world) {
    long start = System.nanoTime();
    SignalIndex index = new SignalIndex();
    index.putAll(world.entries());
    figures("build")
        .with("wall_s", (System.nanoTime() - start) / 1e9)
        .with("bytes_a_signal", (double) index.tableBytes() / size)
        .print(out);
    return index;
  }

  private void benchSearch(String of, SignalIndex index, List<PdqSignal> needles, Timing naive) {
    List<PdqSignal> some = needles.subList(0, Math.min(needles.size(), 4096));
    Timing single = measuring.time(() -> some.forEach(needle -> index.find(needle, RADIUS)));
    printRate("one query at a time" + of, single, some.size(), naive);
    for (int batch : BATCHES) {
      if (batch <= needles.size()) {
        int rounds = Math.max(1, Math.min(needles.size(), 16_384) / batch);
        Timing timing = measuring.time(() -> searchBatches(index, needles, batch, rounds));
        printRate("batches of " + batch + of, timing, (long) batch * rounds, naive);
      }
    }
  }

  private static void searchBatches(
      SignalIndex index, List<PdqSignal> needles, int batch, int rounds) {
    for (int round = 0; round < rounds; round++) {
      index.findAll(needles.subList(round * batch, (round + 1) * batch), RADIUS);
    }
  }

  private void printRate(String what, Timing timing, long searches, Timing naive) {
    figures(what)
        .with("queries_a_cpu_second", timing.perCpuSecond(searches))
        .with("queries_a_wall_second", timing.perWallSecond(searches))
        .with("times_linear_scan", timing.perCpuSecond(searches) / naive.perCpuSecond(1))
        .with("rounds", Integer.valueOf(timing.rounds()))
        .print(out);
  }

  /// Compares whole answers, and makes sure that every relative of a member is found.
  private int countWrong(SignalIndex index, List<PdqSignal> needles, LinearOracle oracle) {
    List<PdqSignal> checked = needles.subList(0, Math.min(needles.size(), CHECKED));
    List<List<Hit>> answers = index.findAll(checked, RADIUS);
    int wrong = 0;
    for (int i = 0; i < checked.size(); i++) {
      boolean asAlone = sorted(answers.get(i)).equals(sorted(index.find(checked.get(i), RADIUS)));
      boolean right = sorted(answers.get(i)).equals(oracle.find(checked.get(i), RADIUS));
      wrong += asAlone && right ? 0 : 1;
    }
    List<List<Hit>> all = index.findAll(needles, RADIUS);
    SignalWorld world = oracle.world();
    long missed = IntStream.range(0, needles.size())
        .filter(i -> i % 2 == 1)
        .filter(i -> all.get(i).stream().noneMatch(hit -> hit.id() == world.memberOf(i)))
        .count();
    figures("exactness")
        .with("compared_with_linear_scan", Integer.valueOf(checked.size()))
        .with("different", Integer.valueOf(wrong))
        .with("members_looked_for", Integer.valueOf(needles.size() / 2))
        .with("missed", Long.valueOf(missed))
        .print(out);
    return wrong + (int) missed;
  }

  private static List<Hit> sorted(List<Hit> hits) {
    return hits.stream().sorted(LinearOracle.BY_ID).toList();
  }

  /// Times how long an addition and a removal take until the next search counts them.
  private void benchChange(SignalIndex index, SignalWorld world) {
    PdqSignal stranger = world.query(-2);
    Timing change = measuring.time(() -> {
      index.put(new IndexEntry(-1, stranger));
      requireHits(index.find(stranger, RADIUS), 1);
      index.remove(-1);
      requireHits(index.find(stranger, RADIUS), 0);
    });
    figures("add, find, remove, find no more").with(change).print(out);
  }

  private static void requireHits(List<Hit> hits, int expected) {
    if (hits.size() != expected) {
      throw new IllegalStateException("a change did not count at once");
    }
  }

  private SignalIndex saveAndOpen(SignalIndex index) throws IOException {
    Path file = Files.createTempFile("vigie-bench", ".index");
    try {
      long start = System.nanoTime();
      index.save(file);
      long saved = System.nanoTime();
      SignalIndex opened = SignalIndex.open(file, SignalTypes.installed());
      figures("snapshot")
          .with("file_bytes", Long.valueOf(Files.size(file)))
          .with("save_wall_s", (saved - start) / 1e9)
          .with("open_wall_s", (System.nanoTime() - saved) / 1e9)
          .with("goal_open_s", 2.0)
          .print(out);
      return opened;
    } finally {
      Files.delete(file);
    }
  }
}
