package org.vigie.server.frame;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The back-off of failed background work: short at first, and doubled after each further failure,
/// so that failing work neither blocks other work nor fills the log. Each process has its own.
/// Threads: one.
///
/// @param <K> the identifier of a piece of work
public final class Retries<K> {
  private final Duration first;
  private final Duration longest;
  private final Map<K, Rest> resting = new HashMap<>();

  /// @param first how long it rests after the first failure
  /// @param longest how long at most
  public Retries(Duration first, Duration longest) {
    this.first = first;
    this.longest = longest;
  }

  private record Rest(Duration length, Instant until) {}

  /// Returns the work that is backing off now.
  public Set<K> resting(Instant now) {
    resting.values().removeIf(rest -> rest.until().plus(longest).isBefore(now));
    return resting.entrySet().stream()
        .filter(entry -> entry.getValue().until().isAfter(now))
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  /// Notes a failure, and returns how long this rests now.
  public Duration failed(K work, Instant now) {
    Rest before = resting.get(work);
    Duration doubled = before == null ? first : before.length().multipliedBy(2);
    Duration length = doubled.compareTo(longest) > 0 ? longest : doubled;
    resting.put(work, new Rest(length, now.plus(length)));
    return length;
  }

  /// Forgets earlier failures of the work.
  public void succeeded(K work) {
    resting.remove(work);
  }
}
