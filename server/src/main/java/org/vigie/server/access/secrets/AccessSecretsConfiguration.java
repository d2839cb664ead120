package org.vigie.server.access.secrets;

import java.security.SecureRandom;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm;
import org.vigie.platform.KeyRing;
import org.vigie.platform.SecretAccess;
import org.vigie.platform.SecretName;

/// Wires random numbers, and the hashing and sealing of secrets.
@Configuration(proxyBeanMethods = false)
class AccessSecretsConfiguration {
  private static final String ENCODING = "pbkdf2-sha512-210000";

  /// About three seconds of hashing.
  private static final int WAITING_A_THREAD = 16;

  @Bean
  SecureRandom secureRandom() {
    return new SecureRandom();
  }

  @Bean
  Sealing sealing(ObjectProvider<KeyRing> keys, SecureRandom random) {
    return new Sealing(
        () -> new SecretKeySpec(
            keys.getObject().secret(new SecretName("access")).bytes(SecretAccess.GRANTED), "AES"),
        random);
  }

  /// Hashes as OWASP recommends for PBKDF2. The name before each hash allows a stronger encoding
  /// later.
  @Bean
  PasswordEncoder passwordEncoder() {
    return new DelegatingPasswordEncoder(
        ENCODING,
        Map.of(
            ENCODING,
            new Pbkdf2PasswordEncoder(
                "", 16, 210_000, SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA512)));
  }

  /// Uses at most half of the cores, so that strangers who try passwords do not slow scans down.
  @Bean
  PasswordHashing passwordHashing(PasswordEncoder encoder) {
    int threads = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    return new PasswordHashing(encoder, threads, threads * WAITING_A_THREAD);
  }
}
