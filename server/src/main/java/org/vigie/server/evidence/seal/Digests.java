package org.vigie.server.evidence.seal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// The digest of the vault, SHA-256.
public final class Digests {
  private Digests() {}

  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("the JDK has no SHA-256", e);
    }
  }
}
