package org.vigie.server.report.store;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Wires the stores of notices, reporters and flaggers.
@Configuration(proxyBeanMethods = false)
class ReportStoreConfiguration {
  @Bean
  NoticeStore noticeStore(JdbcClient jdbc) {
    return new NoticeStore(jdbc);
  }

  @Bean
  ExplanationStore explanationStore(JdbcClient jdbc) {
    return new ExplanationStore(jdbc);
  }

  @Bean
  OpenAgainStore openAgainStore(JdbcClient jdbc) {
    return new OpenAgainStore(jdbc);
  }

  @Bean
  RetentionStore noticeRetentionStore(JdbcClient jdbc) {
    return new RetentionStore(jdbc);
  }

  @Bean
  QuotaStore uploadQuotaStore(JdbcClient jdbc) {
    return new QuotaStore(jdbc);
  }

  @Bean
  FormThrottleStore formThrottleStore(JdbcClient jdbc) {
    return new FormThrottleStore(jdbc);
  }

  @Bean
  MisuseStore misuseStore(JdbcClient jdbc) {
    return new MisuseStore(jdbc);
  }

  @Bean
  ReporterMeasureStore reporterMeasureStore(JdbcClient jdbc) {
    return new ReporterMeasureStore(jdbc);
  }

  @Bean
  AccuracyStore accuracyStore(JdbcClient jdbc) {
    return new AccuracyStore(jdbc);
  }

  @Bean
  FlaggerStore flaggerStore(JdbcClient jdbc) {
    return new FlaggerStore(jdbc);
  }

  @Bean
  FlaggerDeskStore flaggerDeskStore(JdbcClient jdbc, NoticeStore notices) {
    return new FlaggerDeskStore(jdbc, notices);
  }
}
