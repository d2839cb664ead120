package org.vigie.bench.doors;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.vigie.bench.BenchServer;
import org.vigie.bench.Figures;
import org.vigie.bench.Machine;
import org.vigie.bench.SampleJpeg;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Measures the cost of one caller to a server.
@Command(
    name = "doors",
    mixinStandardHelpOptions = true,
    header = "Measures the cost of one harmful caller, to the server and to other callers.",
    description = {
      "Starts a server with an empty PostgreSQL and attacks one entrance after another with the",
      "worst attack that we know. Meanwhile a messenger scans pictures, a probe asks for",
      "readiness and a person opens the report form. The first line is without an attack.",
      "All callers run in this process, on the same processors as the server."
    })
public final class DoorsBench implements Callable<Integer> {
  private static final int PICTURES = 16;
  private static final long QUIET_NANOS = 20_000_000_000L;

  /// The attack is over when the server keeps no more than so many cores busy.
  private static final double SETTLED_CORES = .4;

  private static final long SETTLE_STEP_NANOS = 2_000_000_000L;
  private static final int MOST_SETTLE_STEPS = 150;

  private final PrintStream out;

  @Option(names = "--door", description = "Only doors whose name contains this.")
  private String only = "";

  /// @param out takes the figures, one door a line
  public DoorsBench(PrintStream out) {
    this.out = out;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Machine.figures().print(out);
    try (BenchServer server = BenchServer.start(Path.of(System.getProperty("vigie.launcher")))) {
      Messenger messenger = new Messenger(server, server.addKey("scan"));
      KeysDoors keys = new KeysDoors(server, server.addKey("scan"));
      PersonsDoors persons = new PersonsDoors(server);
      persons.signUp();
      Door quiet = new Door("quiet", "nobody", answers -> LockSupport.parkNanos(QUIET_NANOS));
      // The first time warms the server up.
      open(quiet, server, messenger);
      List<Door> doors = Stream.of(
              List.of(quiet), new StrangersDoors(server).all(), keys.all(), persons.all())
          .flatMap(List::stream)
          .filter(door -> door.name().contains(only))
          .toList();
      for (Door door : doors) {
        open(door, server, messenger).print(out);
      }
    }
    return 0;
  }

  private static Figures open(Door door, BenchServer server, Messenger messenger)
      throws InterruptedException {
    Answers answers = new Answers();
    Figures figures = Figures.of("doors", door.name()).with("who", door.who());
    try (Bystanders bystanders =
            new Bystanders(messenger::next, server.uri("/health/ready"), server.uri("/report"));
        Meter meter = Meter.of(server)) {
      run(door, answers);
      settle(server);
      Cost cost = meter.read();
      bystanders.leave();
      figures.with("answers", answers.text());
      return bystanders.addTo(cost.addTo(figures));
    }
  }

  private static void run(Door door, Answers answers) throws InterruptedException {
    try {
      door.attack().run(answers);
    } catch (IOException e) {
      throw new UncheckedIOException("the attack could not be made at: " + door.name(), e);
    }
  }

  /// Waits until the server has finished the work that the attack caused.
  private static void settle(BenchServer server) {
    double busy = Double.MAX_VALUE;
    for (int step = 0; step < MOST_SETTLE_STEPS && busy > SETTLED_CORES; step++) {
      BenchServer.Cpu before = server.cpu();
      LockSupport.parkNanos(SETTLE_STEP_NANOS);
      BenchServer.Cpu spent = server.cpu().since(before);
      busy = (spent.server() + spent.database()) * 1e9 / SETTLE_STEP_NANOS;
    }
  }

  /// A messenger with a key of its own, which scans one picture after the other.
  private static final class Messenger {
    private final BenchServer server;
    private final String key;
    private final List<byte[]> forms;
    private final AtomicInteger number = new AtomicInteger();

    private Messenger(BenchServer server, String key) throws IOException {
      this.server = server;
      this.key = key;
      byte[][] made = new byte[PICTURES][];
      for (int i = 0; i < PICTURES; i++) {
        made[i] = new Form()
            .json("submission", "{\"surface\":\"public\"}")
            .file("media", SampleJpeg.of(1024 + i, 1024, 12, .9f))
            .whole();
      }
      this.forms = List.of(made);
    }

    private HttpRequest next() {
      int n = number.getAndIncrement();
      return HttpRequest.newBuilder(server.uri("/api/v1/scans"))
          .header("Authorization", "Bearer " + key)
          .header("Content-Type", Form.TYPE)
          .header("Idempotency-Key", "doors-" + n)
          .POST(BodyPublishers.ofByteArray(forms.get(n % PICTURES)))
          .build();
    }
  }
}
