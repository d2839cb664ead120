package org.vigie.server.access;

import java.time.Instant;
import java.util.Optional;

/// The history of an API key.
///
/// @param createdBy the reference of a [Caller]
/// @param lastUse to within some seconds; empty if never
/// @param rotation the last one; empty if its secret is its first
/// @param revokedAt empty while it counts
public record KeyHistory(
    Instant createdAt,
    String createdBy,
    Optional<Use> lastUse,
    Optional<Rotation> rotation,
    Optional<Instant> revokedAt) {
  public static KeyHistory begins(Instant at, Caller by) {
    return new KeyHistory(at, by.reference(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /// The time and network of a key's use.
  ///
  /// @param network the first 24 bits of IPv4 or 48 of IPv6; empty if not known
  public record Use(Instant at, Optional<String> network) {}

  /// The rotation that gave a key its secret.
  ///
  /// @param oldEndsAt from this moment on the old secret does not count
  /// @param oldUsedAt when the old one was last used since; empty if never
  public record Rotation(Instant at, Instant oldEndsAt, Optional<Instant> oldUsedAt) {}
}
