package org.vigie.server.scan.retro;

import java.time.InstantSource;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionOperations;
import org.vigie.server.bank.Growth;
import org.vigie.server.bank.KnownContent;
import org.vigie.server.policy.Policies;
import org.vigie.server.scan.archive.MatchedAttachments;
import org.vigie.server.scan.metering.ScanMeters;
import org.vigie.server.scan.settings.ScanSettings;
import org.vigie.server.scan.store.RetroStore;

/// Wires the retro-match.
@Configuration(proxyBeanMethods = false)
class RetroConfiguration {
  @Bean
  RetroComparison retroComparison(
      RetroStore store,
      KnownContent known,
      Policies policies,
      InstantSource clock,
      ApplicationEventPublisher events,
      ScanMeters meters,
      MatchedAttachments attachments) {
    return new RetroComparison(store, known, policies, clock, events, meters, attachments);
  }

  @Bean
  RetroMatch retroMatch(
      RetroStore store,
      TransactionOperations transactions,
      RetroComparison comparison,
      KnownContent known,
      Growth growth,
      InstantSource clock,
      ScanSettings settings) {
    RetroMatch.Limits limits = RetroMatch.Limits.usual(settings.keep());
    return new RetroMatch(store, transactions, comparison, known, growth, clock, limits);
  }

  @Bean(initMethod = "start", destroyMethod = "stop")
  RetroWork retroWork(RetroMatch retro, RetroStore growth, InstantSource clock) {
    return new RetroWork(retro, growth, clock);
  }
}
