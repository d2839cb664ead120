package org.vigie.server.messenger;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Wires the messengers.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MessengerSettings.class)
class MessengerConfiguration {
  @Bean
  Messengers messengers(MessengerSettings settings) {
    return settings.served();
  }
}
