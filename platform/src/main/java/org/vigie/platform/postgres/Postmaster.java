package org.vigie.platform.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// The running server process, with the thread that is its parent.
///
/// The kernel sends a child its signal when the *thread* that started it ends, not the process,
/// so one thread starts the postmaster and then waits for its end.
final class Postmaster {
  private static final int LAST_WORDS = 16_384;
  private static final long SILENT_SECONDS = 5;

  private final ProcessBuilder builder;
  private final RotatingLog log;
  private final CompletableFuture<Process> started = new CompletableFuture<>();
  private final CountDownLatch silent = new CountDownLatch(1);
  private volatile String lastWords = "";

  private Postmaster(ProcessBuilder builder, RotatingLog log) {
    this.builder = builder;
    this.log = log;
  }

  /// Starts a postmaster and returns when there is a process, which is long before it is ready.
  static Postmaster start(ProcessBuilder builder, RotatingLog log) throws IOException {
    Postmaster postmaster = new Postmaster(builder, log);
    Thread.ofPlatform().daemon().name("postgres-parent").start(postmaster::live);
    try {
      postmaster.started.join();
      return postmaster;
    } catch (CompletionException e) {
      throw new IOException(e.getCause());
    }
  }

  private void live() {
    try {
      Process process = builder.start();
      started.complete(process);
      listen(process.getInputStream());
      silent.countDown();
      awaitEnd(process);
    } catch (IOException e) {
      started.completeExceptionally(e);
    }
  }

  /// Passes on the process's output, until it and all its children have ended.
  private void listen(InputStream output) {
    byte[] buffer = new byte[8192];
    try {
      for (int length = output.read(buffer); length >= 0; length = output.read(buffer)) {
        log.write(Arrays.copyOf(buffer, length));
        remember(new String(buffer, 0, length, StandardCharsets.UTF_8));
      }
    } catch (IOException _) {
      // This thread must continue: its end would end the server.
      log.write("what follows could not be read\n".getBytes(StandardCharsets.UTF_8));
    }
  }

  private void remember(String words) {
    String all = lastWords + words;
    lastWords = all.substring(Math.max(0, all.length() - LAST_WORDS));
  }

  private static void awaitEnd(Process process) {
    boolean ended = false;
    while (!ended) {
      try {
        process.waitFor();
        ended = true;
      } catch (InterruptedException _) {
        // This thread must outlive the process; interrupts are ignored.
      }
    }
  }

  private Process process() {
    return started.join();
  }

  /// Has something run when the process has ended, at once if it has. It must not take long.
  void onEnd(Runnable action) {
    CompletableFuture<Void> _ = process().onExit().thenRun(action);
  }

  boolean isAlive() {
    return process().isAlive();
  }

  /// Returns whether a process id is the postmaster's, which may be a child of a watching shell.
  boolean has(long pid) {
    return process().pid() == pid
        || process().descendants().anyMatch(descendant -> descendant.pid() == pid);
  }

  /// Kills the process; used if nothing else helped.
  void kill() {
    process().descendants().forEach(ProcessHandle::destroyForcibly);
    process().destroyForcibly();
  }

  /// Waits until the process has ended.
  void join() throws InterruptedException {
    process().waitFor();
  }

  /// Returns the ended process's error message.
  String complaint() {
    try {
      boolean _ = silent.await(SILENT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    return Complaint.in(lastWords);
  }
}
