package org.vigie.server.access.secrets;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import javax.crypto.spec.SecretKeySpec;
import org.vigie.server.access.Base32;
import org.vigie.server.access.EmailAddress;

/// An authenticator app: a secret that it shares with us, from which both make a code of six
/// digits every 30 seconds.
///
/// Source: RFC 6238 with HMAC-SHA-1, which all apps support.
public final class Authenticator {
  private static final int SECRET_BYTES = 20;
  private static final Duration STEP = Duration.ofSeconds(30);
  private static final TimeBasedOneTimePasswordGenerator CODES =
      new TimeBasedOneTimePasswordGenerator(STEP);

  private final byte[] secret;

  private Authenticator(byte[] secret) {
    this.secret = secret;
  }

  /// Makes one with a new secret.
  ///
  /// @param random a cryptographically strong source
  public static Authenticator generate(RandomGenerator random) {
    byte[] secret = new byte[SECRET_BYTES];
    random.nextBytes(secret);
    return new Authenticator(secret);
  }

  /// Returns the authenticator with a known secret.
  public static Authenticator of(byte[] secret) {
    return new Authenticator(secret.clone());
  }

  /// Returns a copy of the secret.
  public byte[] secret() {
    return secret.clone();
  }

  /// Returns the step of time to which a code belongs: the present one, that before, or that
  /// after, as clocks differ; empty if the code is wrong.
  public OptionalLong stepOf(String code, Instant now) {
    long present = now.getEpochSecond() / STEP.toSeconds();
    for (long step = present - 1; step <= present + 1; step++) {
      if (MessageDigest.isEqual(bytes(codeAt(step)), bytes(code))) {
        return OptionalLong.of(step);
      }
    }
    return OptionalLong.empty();
  }

  /// Returns the code that the app shows at a moment.
  public String codeAt(Instant moment) {
    return codeAt(moment.getEpochSecond() / STEP.toSeconds());
  }

  private String codeAt(long step) {
    try {
      return CODES.generateOneTimePasswordString(
          new SecretKeySpec(secret, CODES.getAlgorithm()),
          Instant.ofEpochSecond(step * STEP.toSeconds()),
          Locale.ROOT);
    } catch (InvalidKeyException e) {
      throw new IllegalStateException("the JDK does not take an HMAC key", e);
    }
  }

  /// Returns the secret for people who type it: groups of four letters.
  public String words() {
    return Base32.encode(secret).toUpperCase(Locale.ROOT).replaceAll("(.{4})(?!$)", "$1 ");
  }

  /// Returns the address of the `otpauth` scheme, which the app reads from the picture.
  public String address(EmailAddress account) {
    return "otpauth://totp/Vigie:" + encode(account.value()) + "?secret="
        + Base32.encode(secret).toUpperCase(Locale.ROOT) + "&issuer=Vigie";
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
