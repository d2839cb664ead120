package org.vigie.server.hma.web;

import java.util.regex.Pattern;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.vigie.server.access.LedgerActs;
import org.vigie.server.frame.DocumentPart;
import org.vigie.server.frame.MemoryBudget;
import org.vigie.server.frame.MemoryShare;
import org.vigie.server.frame.ProblemType;
import org.vigie.server.frame.UploadPaths;
import org.vigie.server.hma.hashing.Hashing;
import org.vigie.server.hma.lookup.Coins;
import org.vigie.server.hma.lookup.SignalTypeRatios;
import org.vigie.server.hma.lookup.TestFinder;
import org.vigie.server.hma.settings.HmaSettings;
import org.vigie.server.hma.vocabulary.HmaProblems;
import org.vigie.server.outbound.AddressGuard;
import org.vigie.server.outbound.UrlFetcher;
import tools.jackson.databind.json.JsonMapper;

/// Wires the shared parts of the calls.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HmaSettings.class)
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
  UrlFetcher hmaUrlFetcher(HmaSettings settings, MemoryBudget memory) {
    return new UrlFetcher(
        AddressGuard.publicOnly(),
        settings.maxBytes(),
        settings.fetchDeadline(),
        new MemoryShare(memory, memory.limit() / 2));
  }

  @Bean
  Contents hmaRequestContents(UrlFetcher fetcher, Hashing hashing, HmaSettings settings) {
    return new Contents(fetcher, hashing, settings);
  }

  @Bean
  LedgerActs hmaActs() {
    return new HmaActs();
  }

  @Bean
  ProblemType hmaParameterMissing() {
    return HmaProblems.PARAMETER_MISSING;
  }

  @Bean
  ProblemType hmaNotBuilt() {
    return HmaProblems.NOT_BUILT;
  }

  @Bean
  DocumentPart hmaErrorForm() {
    return new HmaErrorForm();
  }

  @Bean
  TestMatchCalls hmaTestMatchCalls(
      Contents contents, TestFinder finder, Coins coins, SignalTypeRatios ratios) {
    return new TestMatchCalls(new MatchCallsController(contents, finder, coins, ratios));
  }

  /// The calls that take a file.
  @Bean
  UploadPaths hmaFiles() {
    return new UploadPaths(Pattern.compile("/hma/h/hash|/hma/m/lookup|/hma/c/bank/[^/]+/content"));
  }
}
