package org.vigie.server.access.keys;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Keeps the [KeyGate] up to date while the server runs.
final class KeyWatch implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(KeyWatch.class);
  private static final Duration REFRESH_EVERY = Duration.ofMillis(400);
  private static final Duration WRITE_EVERY = Duration.ofSeconds(5);

  private final KeyGate gate;
  private final ScheduledExecutorService executor;
  private volatile boolean running;

  /// @param executor closed by this
  KeyWatch(KeyGate gate, ScheduledExecutorService executor) {
    this.gate = gate;
    this.executor = executor;
  }

  @Override
  public void start() {
    gate.refresh();
    every(REFRESH_EVERY, gate::refresh);
    every(WRITE_EVERY, gate::writeUses);
    running = true;
  }

  /// Logs failures, as an executor never repeats a task that throws. If they persist, the gate
  /// refuses all keys.
  private void every(Duration period, Runnable task) {
    long millis = period.toMillis();
    ScheduledFuture<?> _ = executor.scheduleWithFixedDelay(
        () -> {
          try {
            task.run();
          } catch (RuntimeException e) {
            log.atWarn()
                .setMessage("keys not compared with the database")
                .setCause(e)
                .log();
          }
        },
        millis,
        millis,
        TimeUnit.MILLISECONDS);
  }

  @Override
  public void stop() {
    running = false;
    executor.close();
    gate.writeUses();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /// Starts before the web server takes requests, and stops after it.
  @Override
  public int getPhase() {
    return 0;
  }
}
