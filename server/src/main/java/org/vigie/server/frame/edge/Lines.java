package org.vigie.server.frame.edge;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/* Fair queueing (Nagle, RFC 970, 1985): one line for each network, and the networks take turns.

The only caller of a network is served after at most one other of each waiting network, however many
those have sent. When the room is full, the last of the longest line gives way to a caller of a
shorter one (Suter and others, "longest queue drop", 1998), so no network fills the room. */
/// A number of places, and the lines of networks for them. Threads: any.
final class Lines {
  private final ReentrantLock lock = new ReentrantLock();
  private final int most;

  /// The network whose turn it is comes first; none of the lines is empty.
  private final SequencedMap<String, Deque<Waiter>> lines = new LinkedHashMap<>();

  private int free;
  private int waiting;

  private static final class Waiter {
    private final CountDownLatch told = new CountDownLatch(1);
    private boolean entered;

    private void tell(boolean mayEnter) {
      entered = mayEnter;
      told.countDown();
    }
  }

  /// @param places the number of requests inside at a time
  /// @param most the most requests that wait, all together
  Lines(int places, int most) {
    this.free = places;
    this.most = most;
  }

  /// Waits for a place. Returns false if none was free in time, or the waiting room is full.
  boolean enter(String network, Duration patience) throws InterruptedException {
    Waiter waiter = joined(network);
    try {
      boolean _ = waiter.told.await(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      if (ended(network, waiter)) {
        leave();
      }
      throw e;
    }
    return ended(network, waiter);
  }

  private Waiter joined(String network) {
    lock.lock();
    try {
      Waiter waiter = new Waiter();
      if (free > 0) {
        free--;
        waiter.tell(true);
      } else if (waiting < most || displaced(network)) {
        lines.computeIfAbsent(network, _ -> new ArrayDeque<>()).addLast(waiter);
        waiting++;
      } else {
        waiter.tell(false);
      }
      return waiter;
    } finally {
      lock.unlock();
    }
  }

  /// Sends away the last of the longest line, unless the line of a network is as long as that
  /// once it has one more.
  private boolean displaced(String network) {
    Deque<Waiter> own = lines.get(network);
    Map.Entry<String, Deque<Waiter>> longest = lines.entrySet().stream()
        .max(Comparator.comparingInt(line -> line.getValue().size()))
        .orElseThrow();
    if (longest.getValue().size() <= (own == null ? 0 : own.size()) + 1) {
      return false;
    }
    Waiter last = longest.getValue().getLast();
    last.tell(false);
    remove(longest.getKey(), last);
    return true;
  }

  /// Stops waiting, and returns whether there is a place.
  private boolean ended(String network, Waiter waiter) {
    lock.lock();
    try {
      remove(network, waiter);
      return waiter.entered;
    } finally {
      lock.unlock();
    }
  }

  private void remove(String network, Waiter waiter) {
    Deque<Waiter> line = lines.get(network);
    if (line != null && line.removeLastOccurrence(waiter)) {
      waiting--;
      if (line.isEmpty()) {
        lines.remove(network);
      }
    }
  }

  /// Gives a place back: to the first of the network whose turn it is.
  void leave() {
    lock.lock();
    try {
      Waiter next = next();
      if (next == null) {
        free++;
      } else {
        next.tell(true);
      }
    } finally {
      lock.unlock();
    }
  }

  private @Nullable Waiter next() {
    Map.Entry<String, Deque<Waiter>> turn = lines.pollFirstEntry();
    if (turn == null) {
      return null;
    }
    waiting--;
    Waiter first = turn.getValue().removeFirst();
    if (!turn.getValue().isEmpty()) {
      lines.put(turn.getKey(), turn.getValue());
    }
    return first;
  }

  /// Returns the number of waiting requests.
  int waiting() {
    lock.lock();
    try {
      return waiting;
    } finally {
      lock.unlock();
    }
  }
}
