package org.vigie.server.access.secrets;

import java.security.MessageDigest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The secrets of a key that counts: the present one, and the old one if it was ever rotated.
///
/// Prints nothing of them. Threads: any.
public final class KnownSecrets {
  private final byte[] present;
  private final byte @Nullable [] old;
  private final Instant oldEndsAt;

  /// @param present SHA-256 of the secret
  /// @param old SHA-256 of the one before; null if there was none
  /// @param oldEndsAt from this moment on the old one does not count
  public KnownSecrets(byte[] present, byte @Nullable [] old, Instant oldEndsAt) {
    this.present = present.clone();
    this.old = old == null ? null : old.clone();
    this.oldEndsAt = oldEndsAt;
  }

  /// Which secret a program has shown.
  public enum Shown {
    PRESENT,
    OLD,
    /// The old one, after its end.
    ENDED,
    NEITHER
  }

  /// Compares in constant time.
  ///
  /// @param digest SHA-256 of the secret that was shown
  public Shown shown(byte[] digest, Instant now) {
    boolean isPresent = MessageDigest.isEqual(present, digest);
    boolean isOld = old != null && MessageDigest.isEqual(old, digest);
    if (isPresent) {
      return Shown.PRESENT;
    }
    if (isOld) {
      return now.isBefore(oldEndsAt) ? Shown.OLD : Shown.ENDED;
    }
    return Shown.NEITHER;
  }
}
