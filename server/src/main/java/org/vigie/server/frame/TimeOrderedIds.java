package org.vigie.server.frame;

import java.time.InstantSource;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// Makes identifiers in the order of their time. Threads: as the random source allows.
///
/// Layout (RFC 9562, section 5.7): 48 bits of milliseconds, version 7, 12 random bits, variant
/// 2, 62 random bits.
public final class TimeOrderedIds {
  private static final int TIME_SHIFT = 16;
  private static final long VERSION = 0x7000L;
  private static final long HIGH_RANDOM = 0x0fffL;
  private static final long VARIANT = 0x8000_0000_0000_0000L;
  private static final long LOW_RANDOM = 0x3fff_ffff_ffff_ffffL;

  private final InstantSource clock;
  private final RandomGenerator random;

  public TimeOrderedIds(InstantSource clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  /// Returns a new one.
  public UUID next() {
    long high = clock.millis() << TIME_SHIFT | VERSION | random.nextLong() & HIGH_RANDOM;
    return new UUID(high, VARIANT | random.nextLong() & LOW_RANDOM);
  }
}
