package org.vigie.testkit;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Waits until another thread or process has reached a state, at most a minute.
public final class Eventually {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(2);

  private Eventually() {}

  /// Waits until a condition holds.
  public static void holds(BooleanSupplier condition) {
    found(() -> Optional.of(condition).filter(BooleanSupplier::getAsBoolean));
  }

  /// Waits until a value is there, and returns it.
  public static <T> T found(Supplier<Optional<T>> value) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    Optional<T> found = value.get();
    while (found.isEmpty()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("it did not come about within " + PATIENCE);
      }
      LockSupport.parkNanos(PAUSE.toNanos());
      found = value.get();
    }
    return found.get();
  }
}
