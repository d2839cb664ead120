package org.vigie.server.frame.edge;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicLong;
import org.vigie.server.frame.Lane;
import org.vigie.server.frame.MemoryBudget;
import org.vigie.server.frame.MemoryShare;

/// The memory in which bodies of requests are held, all together, files outside the heap and the
/// rest within: a body that would exceed it is read no further, so that no number of callers ends
/// the process. A file counts until it is freed, also where its request has ended.
///
/// Bodies of strangers take at most half of it: the rest is for calls with a key and to people who
/// are signed in. Threads: any.
public final class BodyMemory implements MemoryBudget {
  private static final int SHARE_OF_STRANGERS = 2;

  private final long limit;
  private final AtomicLong held = new AtomicLong();
  private final Counter refused;
  private final MemoryBudget strangers;

  /// @param limit bytes
  public BodyMemory(long limit, MeterRegistry meters) {
    this.limit = limit;
    this.refused = Counter.builder("vigie.bodies.refused")
        .description("Bodies that were read no further as memory for bodies was used up")
        .register(meters);
    this.strangers = new MemoryShare(this, limit / SHARE_OF_STRANGERS, refused::increment);
    Gauge.builder("vigie.bodies.held", held, AtomicLong::doubleValue)
        .description("Bytes of bodies that are held in memory")
        .baseUnit("bytes")
        .register(meters);
    Gauge.builder("vigie.bodies.limit", () -> limit)
        .description("Bytes of bodies that are held in memory at most")
        .baseUnit("bytes")
        .register(meters);
  }

  @Override
  public boolean take(long bytes) {
    long before = held.getAndUpdate(now -> now + bytes > limit ? now : now + bytes);
    boolean taken = before + bytes <= limit;
    if (!taken) {
      refused.increment();
    }
    return taken;
  }

  @Override
  public void giveBack(long bytes) {
    held.addAndGet(-bytes);
  }

  @Override
  public long limit() {
    return limit;
  }

  /// Returns the part that bodies may take in a lane.
  MemoryBudget of(Lane lane) {
    return lane == Lane.STRANGERS ? strangers : this;
  }

  long held() {
    return held.get();
  }
}
