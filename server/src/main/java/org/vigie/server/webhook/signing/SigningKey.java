package org.vigie.server.webhook.signing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// A key that signs deliveries: HMAC-SHA256. Prints its id only. Threads: any.
public final class SigningKey {
  /// The length of a secret in bytes.
  public static final int SHORTEST = 32;

  private static final String ALGORITHM = "HmacSHA256";
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  private final String id;
  private final SecretKeySpec secret;

  private SigningKey(String id, byte[] secret) {
    this.id = id;
    this.secret = new SecretKeySpec(secret, ALGORITHM);
  }

  /// Returns the key with an id and a secret, whose UTF-8 bytes sign.
  ///
  /// @throws IllegalArgumentException if the id is malformed or the secret short; its message has
  ///     neither
  public static SigningKey of(String id, String secret) {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "the id of a key has 1 to 64 letters, digits, dots, hyphens and underscores");
    }
    byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
    if (bytes.length < SHORTEST) {
      throw new IllegalArgumentException("a secret has at least " + SHORTEST + " bytes");
    }
    return new SigningKey(id, bytes);
  }

  public String id() {
    return id;
  }

  /// Returns the signature of a delivery, 64 small hexadecimal digits: that of its time in seconds,
  /// a dot, its id, a dot and its body.
  public String sign(long seconds, String delivery, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(secret);
      mac.update((seconds + "." + delivery + ".").getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HMAC-SHA256", e);
    }
  }

  @Override
  public String toString() {
    return "SigningKey[" + id + "]";
  }
}
