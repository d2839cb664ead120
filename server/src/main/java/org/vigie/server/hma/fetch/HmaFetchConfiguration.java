package org.vigie.server.hma.fetch;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.server.frame.MemoryBudget;
import org.vigie.server.frame.MemoryShare;
import org.vigie.server.hma.HmaSettings;

/// Wires the fetching of content from URLs.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HmaSettings.class)
class HmaFetchConfiguration {
  @Bean
  UrlFetcher hmaUrlFetcher(HmaSettings settings, MemoryBudget memory) {
    return new UrlFetcher(
        PublicAddresses::isPublic,
        settings.maxBytes(),
        settings.fetchDeadline(),
        new MemoryShare(memory, memory.limit() / 2));
  }
}
