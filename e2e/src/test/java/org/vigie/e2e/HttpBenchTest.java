package org.vigie.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `./vigie bench http` and `crowd` over the classes under test: that they end well, not how fast,
/// which depends on the machine's load.
class HttpBenchTest {
  private static final int MOST_MINUTES = 3;
  private static final Path LAUNCHER = Path.of("..", "vigie").toAbsolutePath().normalize();

  @Test
  void http_smallBank_everyAnswerIsRightAndEveryLineIsPrinted(@TempDir Path folder)
      throws IOException, InterruptedException {
    String out = bench(folder, "http", "--size=2000", "--seconds=1", "--warm-up=0", "--rounds=1");
    assertThat(out)
        .contains("\"what\":\"import\"")
        .contains("look-ups of 100 digests, 1 of them known")
        .contains("look-ups of 100 digests, 50 of them known")
        .contains("look-ups of 100 PDQ signals, half of them known")
        .contains("the index alone, batches of 20000")
        .contains("scans of a 1-megapixel JPEG at half of that rate");
  }

  @Test
  void crowd_small_refusesNoScanAndShowsNoFault(@TempDir Path folder)
      throws IOException, InterruptedException {
    String out = bench(
        folder,
        "crowd",
        "--callers=40",
        "--visits=100",
        "--seconds=2",
        "--warm-up=0",
        "--rounds=1",
        "--goal=1000000");
    assertThat(out)
        .contains("scans, quiet")
        .contains("scans, with 40 strangers")
        .contains("p99_ratio")
        .contains("strangers");
  }

  /// Runs a benchmark to its end, and returns its output. Output goes to files: a reader of a pipe
  /// would wait as long as a benchmark hangs.
  private static String bench(Path folder, String... words)
      throws IOException, InterruptedException {
    Path out = folder.resolve("out.txt");
    Path err = folder.resolve("err.txt");
    Process bench =
        command(words).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    try {
      boolean ended = bench.waitFor(MOST_MINUTES, TimeUnit.MINUTES);
      String said = Files.readString(err) + Files.readString(out);
      assertThat(ended).as("it ended: %s", said).isTrue();
      assertThat(bench.exitValue()).as("%s", said).isZero();
      return Files.readString(out);
    } finally {
      end(bench);
    }
  }

  /// Ends a benchmark that still runs, and the server that it started.
  private static void end(Process bench) {
    bench.descendants().forEach(ProcessHandle::destroyForcibly);
    bench.destroyForcibly();
  }

  private static ProcessBuilder command(String... words) {
    String classPath = System.getProperty("java.class.path");
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    List<String> command = new ArrayList<>(List.of(
        java.toString(),
        "--add-modules=jdk.incubator.vector",
        "--enable-native-access=ALL-UNNAMED",
        "-Dvigie.launcher=" + LAUNCHER,
        "-cp",
        classPath,
        "org.vigie.bench.Bench"));
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("VIGIE_CLASS_PATH", classPath);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    return builder;
  }
}
