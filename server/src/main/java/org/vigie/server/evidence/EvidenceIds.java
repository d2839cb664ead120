package org.vigie.server.evidence;

import java.time.InstantSource;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// Makes identifiers of sealed objects, in the order of their time (RFC 9562, section 5.7: UUID
/// version 7). Threads: as the random source allows.
final class EvidenceIds {
  private static final int TIME_SHIFT = 16;
  private static final long VERSION = 0x7000L;
  private static final long HIGH_RANDOM = 0x0fffL;
  private static final long VARIANT = 0x8000_0000_0000_0000L;
  private static final long LOW_RANDOM = 0x3fff_ffff_ffff_ffffL;

  private final InstantSource clock;
  private final RandomGenerator random;

  EvidenceIds(InstantSource clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  EvidenceId next() {
    long high = clock.millis() << TIME_SHIFT | VERSION | random.nextLong() & HIGH_RANDOM;
    return new EvidenceId(new UUID(high, VARIANT | random.nextLong() & LOW_RANDOM));
  }
}
