package org.vigie.platform;

/// The word that opens a secret: whoever searches for it finds every place where keys are bare.
public enum SecretAccess {
  /// Passed by code that needs the bytes for cryptography, and keeps them out of everything
  /// else.
  GRANTED
}
