package org.vigie.server.evidence.vault;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.vigie.platform.KeyRing;
import org.vigie.platform.blob.BlobStore;
import org.vigie.server.access.AccessLedger;
import org.vigie.server.access.Grants;
import org.vigie.server.evidence.EvidenceBlobs;
import org.vigie.server.evidence.EvidenceKeys;
import org.vigie.server.evidence.EvidenceSettings;
import org.vigie.server.evidence.Vault;
import org.vigie.server.evidence.keeping.Retention;
import org.vigie.server.evidence.seal.KeyWrapping;
import org.vigie.server.evidence.store.CustodyLog;
import org.vigie.server.evidence.store.ObjectStore;
import org.vigie.server.frame.ApartTransactions;
import org.vigie.server.frame.TimeOrderedIds;

/// Wires the vault over the blob store and the wrapping key that the settings name.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EvidenceSettings.class)
class VaultConfiguration {
  @Bean
  BlobStore blobStore(EvidenceSettings settings) throws IOException {
    return EvidenceBlobs.open(settings);
  }

  @Bean
  KeyWrapping keyWrapping(EvidenceSettings settings, KeyRing keys, SecureRandom random) {
    return EvidenceKeys.of(settings, keys, random);
  }

  @Bean
  Sealer evidenceSealer(
      BlobStore blobs, KeyWrapping wrapping, InstantSource clock, SecureRandom random) {
    return new Sealer(blobs, wrapping, new TimeOrderedIds(clock, random), random, clock);
  }

  @Bean
  Recorder evidenceRecorder(
      ObjectStore objects,
      CustodyLog custody,
      AccessLedger ledger,
      TransactionOperations transactions,
      ApplicationEventPublisher events,
      InstantSource clock) {
    return new Recorder(objects, custody, ledger, transactions, events, clock);
  }

  @Bean
  Discarding evidenceDiscarding(
      ObjectStore objects, BlobStore blobs, TransactionOperations transactions) {
    return new Discarding(objects, blobs, transactions);
  }

  @Bean
  Opener evidenceOpener(
      BlobStore blobs,
      KeyWrapping wrapping,
      ObjectStore objects,
      CustodyLog custody,
      Grants grants,
      AccessLedger ledger,
      PlatformTransactionManager transactions) {
    return new Opener(
        blobs, wrapping, objects, custody, grants, ledger, new ApartTransactions(transactions));
  }

  @Bean
  Vault vault(
      Sealer sealer,
      Recorder recorder,
      Discarding discarding,
      Opener opener,
      Retention retention,
      ObjectStore objects,
      CustodyLog custody) {
    return new SealedVault(sealer, recorder, discarding, opener, retention, objects, custody);
  }
}
