package org.vigie.server.report.settings;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/// The secret of an installation under which codes and forms are made. Threads: any.
public final class ReportSecret {
  static final String ALGORITHM = "HmacSHA256";

  private final Supplier<SecretKey> key;

  /// @param key asked for at each use
  public ReportSecret(Supplier<SecretKey> key) {
    this.key = key;
  }

  /// Returns the HMAC-SHA256 of the UTF-8 form of a text, 32 bytes.
  ///
  /// @param purpose the use of the value, so that it is invalid for another use
  public byte[] mac(String purpose, String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key.get());
      return mac.doFinal((purpose + ":" + text).getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the JDK has no HMAC-SHA256", e);
    }
  }
}
