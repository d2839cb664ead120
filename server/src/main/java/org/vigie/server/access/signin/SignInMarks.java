package org.vigie.server.access.signin;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/// HMAC-SHA256 under a secret of the installation. Marks replace accounts and networks in the
/// database where attempts to sign in are counted, so that a reader of the table cannot guess
/// addresses. They are also in session cookies. Threads: any.
public final class SignInMarks {
  private static final String ALGORITHM = "HmacSHA256";

  private final Supplier<SecretKey> source;
  private volatile @Nullable SecretKey known;

  /// @param source asked for the key at the first mark
  SignInMarks(Supplier<SecretKey> source) {
    this.source = source;
  }

  /// Returns a mark that changes each day (UTC).
  byte[] daily(Instant now, String kind, String value) {
    return mac("day:" + now.atZone(ZoneOffset.UTC).toLocalDate() + ":" + kind + ":" + value);
  }

  /// Returns a mark that never changes.
  public byte[] lasting(String kind, String value) {
    return mac("lasting:" + kind + ":" + value);
  }

  /// Two first marks at once may both ask; they get the same key.
  private SecretKey key() {
    SecretKey key = known;
    if (key == null) {
      key = source.get();
      known = key;
    }
    return key;
  }

  private byte[] mac(String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key());
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the JDK has no HMAC-SHA256", e);
    }
  }
}
