package org.vigie.server.frame;

import java.util.function.Supplier;

/// A kind of work with its own share of the connections to the database, so that one kind cannot
/// starve another.
///
/// A thread works in one lane at a time; [#BACKGROUND] by default. Threads that continue a lane's
/// work choose their own. Threads: any.
public enum Lane {
  /// Scans and look-ups, also in the form of HMA.
  SCANS,

  /// All other calls of programs.
  CALLS,

  /// Pages of people who are signed in.
  PEOPLE,

  /// Pages that anybody can open, and signing in.
  STRANGERS,

  /// Health, keys and metrics.
  WATCH,

  /// Listeners, chores, imports and the index.
  BACKGROUND,

  /// Transactions that must be committed even if the surrounding one is rolled back. Their thread
  /// may hold a connection of another lane while it waits, so nothing else may use this one, and
  /// they never wait for a further connection: [ApartTransactions].
  APART;

  private static final ThreadLocal<Lane> CURRENT = ThreadLocal.withInitial(() -> BACKGROUND);

  /// Returns the lane of this thread.
  public static Lane current() {
    return CURRENT.get();
  }

  /// Moves this thread to a lane until it moves again.
  public void enter() {
    CURRENT.set(this);
  }

  /// Moves this thread back to where all threads begin.
  public static void leave() {
    CURRENT.remove();
  }

  /// Calls a function in this lane, and then restores the previous lane.
  public <T> T call(Supplier<T> work) {
    Lane before = current();
    enter();
    try {
      return work.get();
    } finally {
      before.enter();
    }
  }

  /// Runs work in this lane, and then restores the previous lane.
  public void run(Runnable work) {
    call(() -> {
      work.run();
      return true;
    });
  }
}
