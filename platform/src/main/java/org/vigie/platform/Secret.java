package org.vigie.platform;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Objects;

/// 256 random bits that must stay in this process: shown by no `toString()`, compared in
/// constant time.
public final class Secret {
  /// The length of every secret.
  public static final int BYTES = 32;

  private final byte[] value;

  Secret(byte[] value) {
    if (value.length != BYTES) {
      throw new IllegalArgumentException("a secret has 32 bytes, not " + value.length);
    }
    this.value = value.clone();
  }

  /// Returns a copy of the 32 bytes; the caller may wipe it.
  public byte[] bytes(SecretAccess access) {
    Objects.requireNonNull(access, "access");
    return value.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret secret && MessageDigest.isEqual(value, secret.value);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(value);
  }

  @Override
  public String toString() {
    return "Secret[256 bits]";
  }
}
