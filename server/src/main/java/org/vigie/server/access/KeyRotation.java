package org.vigie.server.access;

import java.time.Instant;

/// How rotating an API key ended.
public sealed interface KeyRotation {
  /// It has a new secret.
  ///
  /// @param oldEndsAt from this moment on the old secret does not count
  record Rotated(NewKey key, Instant oldEndsAt) implements KeyRotation {}

  /// The old secret of the last rotation still counts, and there are never three.
  record StillRotating(Instant oldEndsAt) implements KeyRotation {}

  /// It does not count any more: it is revoked, or its end has come.
  record Over() implements KeyRotation {}

  record UnknownKey() implements KeyRotation {}
}
