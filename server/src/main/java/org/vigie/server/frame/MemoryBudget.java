package org.vigie.server.frame;

/// The memory that content of requests may take, all of it together. Threads: any.
public interface MemoryBudget {
  /// Counts bytes that are about to be held; returns false, and counts nothing, if there is no
  /// room.
  boolean take(long bytes);

  /// Ends the counting of bytes that were taken.
  void giveBack(long bytes);

  /// Returns the size of the budget in bytes.
  long limit();
}
