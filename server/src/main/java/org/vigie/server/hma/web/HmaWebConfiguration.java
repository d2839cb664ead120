package org.vigie.server.hma.web;

import java.util.regex.Pattern;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.vigie.server.frame.DocumentPart;
import org.vigie.server.frame.UploadPaths;
import org.vigie.server.hma.Coins;
import org.vigie.server.hma.Hashing;
import org.vigie.server.hma.HmaSettings;
import org.vigie.server.hma.SignalTypeRatios;
import org.vigie.server.hma.TestFinder;
import org.vigie.server.outbound.UrlFetcher;
import tools.jackson.databind.json.JsonMapper;

/// Wires what the calls share.
@Configuration(proxyBeanMethods = false)
class HmaWebConfiguration {
  /// Before everything that looks at a path.
  @Bean
  FilterRegistrationBean<HmaPathFilter> hmaPaths() {
    FilterRegistrationBean<HmaPathFilter> filter =
        new FilterRegistrationBean<>(new HmaPathFilter());
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return filter;
  }

  @Bean
  Metadata hmaMetadata(JsonMapper mapper) {
    return new Metadata(mapper);
  }

  @Bean
  Contents hmaRequestContents(UrlFetcher fetcher, Hashing hashing, HmaSettings settings) {
    return new Contents(fetcher, hashing, settings);
  }

  @Bean
  DocumentPart hmaErrorForm() {
    return new HmaErrorForm();
  }

  @Bean
  TestMatchCalls hmaTestMatchCalls(
      Contents contents, TestFinder finder, Coins coins, SignalTypeRatios ratios) {
    return new TestMatchCalls(new MatchCalls(contents, finder, coins, ratios));
  }

  /// The calls that take a file.
  @Bean
  UploadPaths hmaFiles() {
    return new UploadPaths(Pattern.compile("/hma/h/hash|/hma/m/lookup|/hma/c/bank/[^/]+/content"));
  }
}
