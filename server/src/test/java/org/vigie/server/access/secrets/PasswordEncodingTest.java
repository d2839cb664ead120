package org.vigie.server.access.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;

final class PasswordEncodingTest {
  private static final String NAME = "{pbkdf2-sha512-210000}";
  private static final String PASSWORD = "correct horse battery";

  private final PasswordEncoder encoder = new AccessSecretsConfiguration().passwordEncoder();

  @Test
  void password_encoded_isPbkdf2InAsManyRoundsAsItsNameSays() throws Exception {
    String encoded = String.valueOf(encoder.encode(PASSWORD));
    assertThat(encoded).startsWith(NAME);
    byte[] stored = HexFormat.of().parseHex(encoded.substring(NAME.length()));
    byte[] salt = Arrays.copyOf(stored, 16);
    byte[] hash = Arrays.copyOfRange(stored, salt.length, stored.length);
    assertThat(hash).isEqualTo(hashed(salt, hash.length)).hasSizeGreaterThanOrEqualTo(32);
  }

  private static byte[] hashed(byte[] salt, int length) throws Exception {
    PBEKeySpec spec = new PBEKeySpec(PASSWORD.toCharArray(), salt, 210_000, length * 8);
    return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
        .generateSecret(spec)
        .getEncoded();
  }

  @Test
  void password_encodedTwice_isSaltedAndMatchesOnlyItself() {
    String encoded = String.valueOf(encoder.encode(PASSWORD));
    assertThat(encoder.encode(PASSWORD)).isNotEqualTo(encoded);
    assertThat(encoder.matches(PASSWORD, encoded)).isTrue();
    assertThat(encoder.matches(PASSWORD + ".", encoded)).isFalse();
  }
}
