package org.vigie.server.access.signin;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/// HMAC-SHA256 under a secret of the installation. Marks stand in the database for accounts and
/// networks whose attempts to sign in are counted, so that a reader of the table cannot try
/// addresses until one fits, and in cookies of sessions. Threads: any.
public final class SignInMarks {
  private static final String ALGORITHM = "HmacSHA256";

  private final Supplier<SecretKey> key;

  /// @param key asked for at each use
  SignInMarks(Supplier<SecretKey> key) {
    this.key = key;
  }

  /// Returns a mark that changes each day (UTC).
  byte[] daily(Instant now, String kind, String value) {
    return mac("day:" + now.atZone(ZoneOffset.UTC).toLocalDate() + ":" + kind + ":" + value);
  }

  /// Returns a mark that never changes.
  public byte[] lasting(String kind, String value) {
    return mac("lasting:" + kind + ":" + value);
  }

  private byte[] mac(String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key.get());
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the JDK has no HMAC-SHA256", e);
    }
  }
}
