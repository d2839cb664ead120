package org.vigie.server.scan;

import java.time.Instant;
import java.util.UUID;

/// Identifies a scan; ordered by time (UUID version 7).
public record ScanId(UUID value) {
  private static final int VERSION = 7;
  private static final int RANDOM_BITS = 16;
  private static final int COIN_BITS = 53;

  public ScanId {
    if (value.version() != VERSION) {
      throw new IllegalArgumentException("a scan is identified by a UUID of version 7");
    }
  }

  /// Returns when the scan began, in whole milliseconds.
  public Instant at() {
    return Instant.ofEpochMilli(value.getMostSignificantBits() >>> RANDOM_BITS);
  }

  /// Returns the number, 0 (inclusive) to 1 (exclusive), that decides whether a bank with an
  /// enabled share takes part: the same whenever the scan is compared again.
  public double coin() {
    long random = value.getLeastSignificantBits() & (1L << COIN_BITS) - 1;
    return (double) random / (1L << COIN_BITS);
  }
}
