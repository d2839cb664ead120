package org.vigie.server.hma.lookup;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.vigie.fingerprint.Digest;
import org.vigie.fingerprint.DigestType;

/// Draws the random number that decides which banks take part in a look-up.
public final class Coins {
  private static final int UNUSED_BITS = Long.SIZE - 53;

  private final RandomGenerator random;

  Coins(RandomGenerator random) {
    this.random = random;
  }

  /// Returns a number from 0 (inclusive) to 1 (exclusive): the same for the same seed, evenly
  /// spread over seeds.
  public double flip(Optional<String> seed) {
    return seed.map(Coins::of).orElseGet(random::nextDouble);
  }

  private static double of(String seed) {
    byte[] digest =
        Digest.of(DigestType.SHA256, seed.getBytes(StandardCharsets.UTF_8)).bytes();
    return (ByteBuffer.wrap(digest).getLong() >>> UNUSED_BITS) * 0x1.0p-53;
  }
}
