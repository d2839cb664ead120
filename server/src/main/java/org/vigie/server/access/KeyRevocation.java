package org.vigie.server.access;

/// How revoking an API key ended.
public enum KeyRevocation {
  REVOKED,
  /// It did not count any more before.
  REVOKED_BEFORE,
  UNKNOWN_KEY
}
