package org.vigie.server.frame;

import java.util.concurrent.atomic.AtomicLong;

/// A part of a budget that one kind of work may take, so that it never takes all of it from the
/// others. Threads: any.
public final class MemoryShare implements MemoryBudget {
  private final MemoryBudget whole;
  private final long limit;
  private final Runnable refused;
  private final AtomicLong held = new AtomicLong();

  /// @param limit bytes
  public MemoryShare(MemoryBudget whole, long limit) {
    this(whole, limit, () -> {});
  }

  /// @param limit bytes
  /// @param refused called at each refusal by the share, not by the whole budget
  public MemoryShare(MemoryBudget whole, long limit, Runnable refused) {
    this.whole = whole;
    this.limit = limit;
    this.refused = refused;
  }

  @Override
  public boolean take(long bytes) {
    long before = held.getAndUpdate(now -> now + bytes > limit ? now : now + bytes);
    if (before + bytes > limit) {
      refused.run();
      return false;
    }
    boolean taken = whole.take(bytes);
    if (!taken) {
      held.addAndGet(-bytes);
    }
    return taken;
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
