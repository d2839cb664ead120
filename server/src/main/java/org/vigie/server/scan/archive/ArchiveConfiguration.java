package org.vigie.server.scan.archive;

import java.time.InstantSource;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionOperations;
import org.vigie.server.evidence.Vault;
import org.vigie.server.scan.SealedElsewhere;
import org.vigie.server.scan.metering.ScanMeters;
import org.vigie.server.scan.settings.ScanSettings;
import org.vigie.server.scan.store.ScanStore;

/// Wires the stored scans and their sealed media.
@Configuration(proxyBeanMethods = false)
class ArchiveConfiguration {
  @Bean
  MediaKeeping mediaKeeping(Vault vault, ScanSettings settings) {
    return new MediaKeeping(vault, settings);
  }

  @Bean
  ScanArchive scanArchive(
      ScanStore store,
      TransactionOperations transactions,
      ApplicationEventPublisher events,
      ScanMeters meters,
      MediaKeeping keeping,
      MatchedAttachments attachments) {
    return new ScanArchive(store, transactions, events, meters, keeping, attachments);
  }

  @Bean
  MatchedAttachments matchedAttachments(
      SealedElsewhere elsewhere, Vault vault, ScanStore store, ScanSettings settings) {
    return new MatchedAttachments(elsewhere, vault, store, settings);
  }

  @Bean
  KeptScans scans(ScanStore store) {
    return new KeptScans(store);
  }

  @Bean(initMethod = "start", destroyMethod = "stop")
  ScanExpiry scanExpiry(ScanStore scans, InstantSource clock, ScanSettings settings) {
    return new ScanExpiry(scans, clock, settings.keep());
  }
}
