package org.vigie.server.frame;

import java.util.concurrent.atomic.AtomicLong;

/// A part of a budget that one kind of work may take, so that it never takes all of it from the
/// others. Threads: any.
public final class MemoryShare implements MemoryBudget {
  private final MemoryBudget whole;
  private final long limit;
  private final AtomicLong held = new AtomicLong();

  /// @param limit bytes
  public MemoryShare(MemoryBudget whole, long limit) {
    this.whole = whole;
    this.limit = limit;
  }

  @Override
  public boolean take(long bytes) {
    if (held.addAndGet(bytes) > limit || !whole.take(bytes)) {
      held.addAndGet(-bytes);
      return false;
    }
    return true;
  }

  @Override
  public void giveBack(long bytes) {
    whole.giveBack(bytes);
    held.addAndGet(-bytes);
  }

  @Override
  public long limit() {
    return limit;
  }
}
