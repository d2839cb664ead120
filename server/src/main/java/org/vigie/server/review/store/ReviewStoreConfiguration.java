package org.vigie.server.review.store;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.server.policy.RecentMeasures;

/// Wires the stores of cases and decisions.
@Configuration(proxyBeanMethods = false)
class ReviewStoreConfiguration {
  @Bean
  FindStore findStore(JdbcClient jdbc) {
    return new FindStore(jdbc);
  }

  @Bean
  OpeningStore openingStore(JdbcClient jdbc) {
    return new OpeningStore(jdbc);
  }

  @Bean
  CaseStore caseStore(JdbcClient jdbc) {
    return new CaseStore(jdbc);
  }

  @Bean
  NextStore nextStore(JdbcClient jdbc) {
    return new NextStore(jdbc);
  }

  @Bean
  DecisionStore decisionStore(JdbcClient jdbc) {
    return new DecisionStore(jdbc);
  }

  @Bean
  RecentMeasures recentMeasures(JdbcClient jdbc) {
    return new RecentMeasureStore(jdbc);
  }

  @Bean
  ReopeningStore reopeningStore(JdbcClient jdbc) {
    return new ReopeningStore(jdbc);
  }

  @Bean
  CorrectionStore correctionStore(JdbcClient jdbc) {
    return new CorrectionStore(jdbc);
  }

  @Bean
  OwnDecisionStore ownDecisionStore(JdbcClient jdbc) {
    return new OwnDecisionStore(jdbc);
  }

  @Bean
  HistoryStore historyStore(JdbcClient jdbc) {
    return new HistoryStore(jdbc);
  }

  @Bean
  CaseFileStore caseFileStore(JdbcClient jdbc) {
    return new CaseFileStore(jdbc);
  }

  @Bean
  QualityStore qualityStore(JdbcClient jdbc) {
    return new QualityStore(jdbc);
  }

  @Bean
  WellnessStore wellnessStore(JdbcClient jdbc) {
    return new WellnessStore(jdbc);
  }

  @Bean
  ViewingStore viewingStore(JdbcClient jdbc) {
    return new ViewingStore(jdbc);
  }

  @Bean
  FilterStore filterStore(JdbcClient jdbc) {
    return new FilterStore(jdbc);
  }

  @Bean
  OptOutStore optOutStore(JdbcClient jdbc) {
    return new OptOutStore(jdbc);
  }
}
