package org.vigie.platform;

/// The argument that opens a secret: a search for it finds every place with bare keys.
public enum SecretAccess {
  /// Passed by code that needs the bytes for cryptography, and keeps them out of everything
  /// else.
  GRANTED
}
