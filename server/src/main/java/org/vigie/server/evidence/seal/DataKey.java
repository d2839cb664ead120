package org.vigie.server.evidence.seal;

import java.util.random.RandomGenerator;

/// The key of one sealed object: 256 bits, shown by nothing.
public final class DataKey {
  /// The length in bytes.
  public static final int BYTES = 32;

  private final byte[] value;

  public DataKey(byte[] value) {
    if (value.length != BYTES) {
      throw new IllegalArgumentException("a data key has 32 bytes, not " + value.length);
    }
    this.value = value.clone();
  }

  /// Makes a key.
  ///
  /// @param random a cryptographic source
  public static DataKey make(RandomGenerator random) {
    byte[] value = new byte[BYTES];
    random.nextBytes(value);
    return new DataKey(value);
  }

  /// Returns a copy.
  byte[] bytes() {
    return value.clone();
  }

  @Override
  public String toString() {
    return "DataKey[256 bits]";
  }
}
