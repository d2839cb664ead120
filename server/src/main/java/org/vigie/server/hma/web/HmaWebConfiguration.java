package org.vigie.server.hma.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.server.frame.DocumentPart;
import org.vigie.server.hma.Hashing;
import org.vigie.server.hma.HmaSettings;
import org.vigie.server.hma.fetch.UrlFetcher;

/// Wires what the calls share.
@Configuration(proxyBeanMethods = false)
class HmaWebConfiguration {
  @Bean
  Contents hmaRequestContents(UrlFetcher fetcher, Hashing hashing, HmaSettings settings) {
    return new Contents(fetcher, hashing, settings);
  }

  @Bean
  DocumentPart hmaDocument() {
    return new HmaDocument();
  }
}
