package org.vigie.server.access;

/// How ending the old secret of a rotated key went.
public enum OldSecretEnding {
  ENDED,
  /// No old secret counted.
  NONE_IN_FORCE,
  UNKNOWN_KEY
}
