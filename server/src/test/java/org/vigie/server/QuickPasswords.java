package org.vigie.server;

import java.util.Map;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm;

/// Hashes passwords like an installation but in few rounds, which would cost a test a fifth of a
/// second for each sign-in. `PasswordEncodingTest` tests the encoder that this one replaces.
final class QuickPasswords implements BeanPostProcessor {
  private static final String REPLACED = "passwordEncoder";
  private static final String ENCODING = "pbkdf2-sha512-quick";
  private static final int ROUNDS = 10;

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return name.equals(REPLACED)
        ? new DelegatingPasswordEncoder(
            ENCODING,
            Map.of(
                ENCODING,
                new Pbkdf2PasswordEncoder(
                    "", 16, ROUNDS, SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA512)))
        : bean;
  }
}
