package org.vigie.server.operation.running;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.platform.DurableFiles;
import org.vigie.server.operation.Main;

/// The making of the cache of loaded classes with which later starts take half the time.
///
/// A second process starts a server of its own, over a temporary data directory, at low
/// priority; when it ends, its JVM writes the cache (JEP 514). The file appears whole or not at
/// all. The launcher names it after the JVM, its options and the jars, and starts the next JVM
/// with it; a JVM that cannot use a cache starts without one.
final class AotTraining implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AotTraining.class);

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Path cache;
  private final Path unfinished;
  private final Path folder;
  private final Process process;
  private final CompletableFuture<Void> settled;
  private volatile boolean stopped;

  /// @param folder of the second process, deleted when it has ended
  AotTraining(Path cache, Path folder, Process process) {
    this.cache = cache;
    this.unfinished = unfinished(cache);
    this.folder = folder;
    this.process = process;
    settled = process.onExit().thenAccept(this::ended);
  }

  private static Path unfinished(Path cache) {
    return cache.resolveSibling(cache.getFileName() + ".unfinished");
  }

  /// Starts making the cache if the launcher found none and passed its place.
  ///
  /// @param logs the folder for the second process's output
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
    Files.createDirectories(cache.toAbsolutePath().getParent());
    Path folder = Files.createTempDirectory("vigie-training-");
    ProcessBuilder builder = new ProcessBuilder(command(unfinished(cache), folder))
        .redirectErrorStream(true)
        .redirectOutput(logs.resolve("training.log").toFile());
    // A second installation: nothing that was set for this one is meant for it.
    builder.environment().keySet().removeIf(name -> name.startsWith("VIGIE_"));
    return new AotTraining(cache, folder, builder.start());
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
    if (stopped) {
      // The caller of the stop waits for the children to end, and then cleans up.
      return;
    }
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
    // An intermediate file of the JVM, which deletes it itself on success.
    Files.deleteIfExists(unfinished.resolveSibling(unfinished.getFileName() + ".config"));
    DurableFiles.deleteTree(folder);
  }

  /// Ends the second process at once, if it still runs: the next start begins it anew.
  ///
  /// Asked to end, its JVM would first write the cache; so it is killed, with its database and
  /// with the JVM that may be writing the cache.
  @Override
  public void close() {
    if (settled.isDone()) {
      return;
    }
    stopped = true;
    List<ProcessHandle> all =
        Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList();
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(AotTraining::awaitEnd);
    settled.join();
    try {
      clear();
    } catch (IOException e) {
      // Of no use to anybody, and in a folder for temporary files.
      LOG.atInfo().setMessage("training folder left behind").setCause(e).log();
    }
  }

  /// Returns when the second process has ended and its remains are removed.
  void awaitSettled() {
    settled.join();
  }

  private static void awaitEnd(ProcessHandle killed) {
    CompletableFuture<Boolean> end = killed
        .onExit()
        .thenApply(_ -> true)
        .completeOnTimeout(false, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    if (!end.join()) {
      LOG.atInfo()
          .setMessage("training still ends")
          .addKeyValue("pid", killed.pid())
          .log();
    }
  }
}
