package org.vigie.server.report.settings;

import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.platform.KeyRing;
import org.vigie.platform.SecretAccess;
import org.vigie.platform.SecretName;

/// Wires the settings and the secret.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReportSettings.class)
class ReportSettingsConfiguration {
  @Bean
  ReportSecret reportSecret(ObjectProvider<KeyRing> keys) {
    return new ReportSecret(() -> secret(keys));
  }

  private static SecretKey secret(ObjectProvider<KeyRing> keys) {
    byte[] bytes = keys.getObject().secret(new SecretName("report")).bytes(SecretAccess.GRANTED);
    return new SecretKeySpec(bytes, ReportSecret.ALGORITHM);
  }
}
