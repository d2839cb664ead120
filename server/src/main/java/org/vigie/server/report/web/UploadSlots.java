package org.vigie.server.report.web;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.vigie.server.access.CallerAddress;

/// How many forms are read at once, as their files are held in memory: some altogether, fewer
/// from one address. Threads: any.
final class UploadSlots {
  private static final int MOST = 12;
  private static final int MOST_FROM_ONE = 3;

  private final Map<String, Integer> taken = new HashMap<>();
  private int all;

  /// A place that is free again when closed.
  interface Slot extends AutoCloseable {
    @Override
    void close();
  }

  /// Takes a place, if there is one.
  Optional<Slot> take(CallerAddress address) {
    String from = address.network().orElse("");
    return enter(from) ? Optional.of(() -> leave(from)) : Optional.empty();
  }

  private synchronized boolean enter(String from) {
    boolean tooMany = !from.isEmpty() && taken.getOrDefault(from, 0) >= MOST_FROM_ONE;
    if (all >= MOST || tooMany) {
      return false;
    }
    all++;
    taken.merge(from, 1, Integer::sum);
    return true;
  }

  private synchronized void leave(String from) {
    all--;
    taken.computeIfPresent(from, (_, count) -> count == 1 ? null : count - 1);
  }
}
