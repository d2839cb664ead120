package org.vigie.server.frame;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/// The places for calls of programs that one caller holds at a time: a share of the server's
/// places, so that a caller with slow calls leaves places for others. Threads: any.
public final class CallPlaces {
  private static final String STRANGERS = "";

  private final int mostOfAKey;
  private final int mostOfStrangers;
  private final Map<String, Integer> held = new ConcurrentHashMap<>();

  /// @param mostOfAKey places that one key holds
  /// @param mostOfStrangers places that all calls without a valid key hold together
  public CallPlaces(int mostOfAKey, int mostOfStrangers) {
    this.mostOfAKey = mostOfAKey;
    this.mostOfStrangers = mostOfStrangers;
  }

  /// A place that is held until it is given back.
  public interface Held extends AutoCloseable {
    @Override
    void close();
  }

  /// Takes a place; empty if the caller holds its share.
  ///
  /// @param caller names the key; empty for a call without a valid one
  public Optional<Held> take(Optional<String> caller) {
    String holder = caller.orElse(STRANGERS);
    int most = caller.isPresent() ? mostOfAKey : mostOfStrangers;
    AtomicBoolean taken = new AtomicBoolean();
    held.compute(holder, (_, before) -> {
      int count = before == null ? 0 : before;
      taken.set(count < most);
      return taken.get() ? count + 1 : before;
    });
    return taken.get() ? Optional.of(() -> giveBack(holder)) : Optional.empty();
  }

  private void giveBack(String holder) {
    held.computeIfPresent(holder, (_, count) -> count == 1 ? null : count - 1);
  }
}
