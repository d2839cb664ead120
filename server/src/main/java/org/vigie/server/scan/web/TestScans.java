package org.vigie.server.scan.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.vigie.server.access.KeyId;
import org.vigie.server.scan.ScanId;

/// The last scans of keys for tests, in memory only: at most [#MOST], each for [#KEPT].
///
/// Threads: any.
final class TestScans {
  static final int MOST = 1_000;
  static final Duration KEPT = Duration.ofMinutes(15);

  /// A UUID of version 7 whose time is zero, so that no real scan has it.
  private static final long HEAD = 0x7000L;

  private static final long VARIANT = 0x8000_0000_0000_0000L;
  private static final long RANDOM_BITS = 0x3FFF_FFFF_FFFF_FFFFL;

  private final Map<UUID, Kept> kept = new LinkedHashMap<>();
  private final InstantSource clock;
  private final RandomGenerator random;

  TestScans(InstantSource clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  private record Kept(KeyId key, Instant until, ScanAnswer answer) {}

  /// Returns an identifier that no real scan has: `00000000-0000-7000-…`.
  ScanId next() {
    return new ScanId(new UUID(HEAD, VARIANT | random.nextLong() & RANDOM_BITS));
  }

  synchronized void keep(KeyId key, ScanAnswer answer) {
    Instant now = clock.instant();
    kept.values().removeIf(each -> !now.isBefore(each.until()));
    Iterator<UUID> oldest = kept.keySet().iterator();
    while (kept.size() >= MOST && oldest.hasNext()) {
      oldest.next();
      oldest.remove();
    }
    kept.put(answer.scanId(), new Kept(key, now.plus(KEPT), answer));
  }

  /// Returns a scan of the same key that is still kept.
  synchronized Optional<ScanAnswer> find(KeyId key, ScanId id) {
    return Optional.ofNullable(kept.get(id.value()))
        .filter(each -> each.key().equals(key) && clock.instant().isBefore(each.until()))
        .map(Kept::answer);
  }
}
