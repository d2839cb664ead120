package org.vigie.server.operation;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.platform.DurableFiles;

/// The making of the cache of loaded classes with which later starts take half the time.
///
/// A second process starts a server of its own, over a temporary data directory, at low
/// priority; when it ends, its JVM writes the cache (JEP 514). The file appears whole or not at
/// all. The launcher names it after the JVM, its options and the jars, and starts the next JVM
/// with it; a JVM that cannot use a cache starts without one.
final class AotTraining implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AotTraining.class);

  private final Path cache;
  private final Path unfinished;
  private final Path folder;
  private final Process process;

  private AotTraining(Path cache, Path unfinished, Path folder, Process process) {
    this.cache = cache;
    this.unfinished = unfinished;
    this.folder = folder;
    this.process = process;
  }

  /// Starts making the cache if the launcher found none and said where it belongs.
  ///
  /// @param logs the folder for what the second process writes
  static Optional<AotTraining> startIfUseful(Path logs) {
    @Nullable String wanted = System.getProperty("vigie.aot.wanted");
    if (wanted == null || Files.exists(Path.of(wanted))) {
      return Optional.empty();
    }
    try {
      return Optional.of(start(Path.of(wanted), logs));
    } catch (IOException e) {
      LOG.atWarn().setMessage("start cache not made").setCause(e).log();
      return Optional.empty();
    }
  }

  private static AotTraining start(Path cache, Path logs) throws IOException {
    Path unfinished = cache.resolveSibling(cache.getFileName() + ".unfinished");
    Files.createDirectories(cache.toAbsolutePath().getParent());
    Path folder = Files.createTempDirectory("vigie-training-");
    ProcessBuilder builder = new ProcessBuilder(command(unfinished, folder))
        .redirectErrorStream(true)
        .redirectOutput(logs.resolve("training.log").toFile());
    // A second installation: nothing that was set for this one is meant for it.
    builder.environment().keySet().removeIf(name -> name.startsWith("VIGIE_"));
    AotTraining training = new AotTraining(cache, unfinished, folder, builder.start());
    CompletableFuture<Void> _ = training.process.onExit().thenAccept(training::ended);
    return training;
  }

  private static List<String> command(Path unfinished, Path folder) {
    List<String> command = new ArrayList<>();
    if (Files.isExecutable(Path.of("/usr/bin/nice"))) {
      command.addAll(List.of("/usr/bin/nice", "-n", "19"));
    }
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    sameOptions().forEach(command::add);
    command.addAll(List.of(
        "-XX:AOTCacheOutput=" + unfinished,
        "-cp",
        System.getProperty("java.class.path"),
        Main.class.getName(),
        "run",
        "--training",
        "--port=0",
        "--data=" + folder));
    return command;
  }

  /// Whether a cache fits depends on the options it was made with.
  private static Stream<String> sameOptions() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> !option.startsWith("-Dvigie.") && !option.startsWith("-XX:AOT"));
  }

  private void ended(Process process) {
    try {
      if (process.exitValue() == 0 && Files.exists(unfinished)) {
        DurableFiles.moveInto(unfinished, cache);
        LOG.atInfo().setMessage("start cache made").log();
      } else {
        LOG.atInfo()
            .setMessage("start cache not made")
            .addKeyValue("status", process.exitValue())
            .log();
      }
      clear();
    } catch (IOException e) {
      LOG.atWarn().setMessage("start cache not made").setCause(e).log();
    }
  }

  private void clear() throws IOException {
    Files.deleteIfExists(unfinished);
    DurableFiles.deleteTree(folder);
  }

  /// Ends the second process, if it still runs: the next start begins it anew.
  @Override
  public void close() throws IOException {
    process.destroy();
    process.onExit().join();
    clear();
  }
}
