package org.vigie.server.hma.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.server.frame.DocumentPart;
import org.vigie.server.hma.Coins;
import org.vigie.server.hma.Hashing;
import org.vigie.server.hma.HmaSettings;
import org.vigie.server.hma.SignalTypeRatios;
import org.vigie.server.hma.TestFinder;
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

  @Bean
  TestMatchCalls hmaTestMatchCalls(
      Contents contents, TestFinder finder, Coins coins, SignalTypeRatios ratios) {
    return new TestMatchCalls(new MatchCalls(contents, finder, coins, ratios));
  }
}
