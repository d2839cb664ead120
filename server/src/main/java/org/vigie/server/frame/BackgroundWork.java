package org.vigie.server.frame;

import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A thread that does a module's background work, step by step, from when it is started until it
/// is stopped. A step that fails is logged and tried again after a pause.
public final class BackgroundWork {
  private static final Logger LOG = LoggerFactory.getLogger(BackgroundWork.class);
  private static final Duration LONGEST_STOP = Duration.ofSeconds(10);

  private final String name;
  private final Duration pause;
  private final Step step;
  private final Thread thread;
  private volatile boolean stopping;

  /// @param name of the thread, also used in the log
  /// @param pause after a step that failed
  public BackgroundWork(String name, Duration pause, Step step) {
    this.name = name;
    this.pause = pause;
    this.step = step;
    this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
  }

  /// A bounded piece of work.
  public interface Step {
    /// Does it, and returns how long to rest then.
    Duration run() throws IOException;
  }

  public void start() {
    thread.start();
  }

  /// Interrupts the current step and ends after it; work that was never started ends too.
  public void stop() throws InterruptedException {
    stopping = true;
    thread.interrupt();
    if (thread.getState() != Thread.State.NEW) {
      thread.join(LONGEST_STOP);
    }
  }

  private void run() {
    while (!stopping) {
      rest(tryStep());
    }
  }

  /// Runs a step, and logs its failure so that the work continues.
  private Duration tryStep() {
    try {
      return step.run();
    } catch (IOException | RuntimeException e) {
      if (!stopping) {
        LOG.atWarn()
            .setMessage("background work failed")
            .addKeyValue("work", name)
            .setCause(e)
            .log();
      }
      return pause;
    }
  }

  private static void rest(Duration length) {
    try {
      Thread.sleep(length);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
