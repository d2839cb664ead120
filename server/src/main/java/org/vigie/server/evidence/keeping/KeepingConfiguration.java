package org.vigie.server.evidence.keeping;

import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionOperations;
import org.vigie.platform.blob.BlobStore;
import org.vigie.server.access.AccessLedger;
import org.vigie.server.access.Agreements;
import org.vigie.server.access.Grants;
import org.vigie.server.evidence.store.CustodyLog;
import org.vigie.server.evidence.store.HoldStore;
import org.vigie.server.evidence.store.ObjectStore;

/// Wires terms, holds and destruction, and the background work of each.
@Configuration(proxyBeanMethods = false)
class KeepingConfiguration {
  /// How long a stop waits for removals that are pending.
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  @Bean(destroyMethod = "stop")
  BlobRemoval blobRemoval(BlobStore blobs) {
    return new BlobRemoval(blobs, BlobRemoval.thread(), PATIENCE);
  }

  @Bean
  Retention evidenceRetention(
      ObjectStore objects,
      HoldStore holds,
      CustodyLog custody,
      AccessLedger ledger,
      TransactionOperations transactions,
      BlobRemoval removal,
      InstantSource clock) {
    return new Retention(objects, holds, custody, ledger, transactions, removal, clock);
  }

  @Bean
  Destructions destructions(
      Retention retention,
      Grants grants,
      Agreements agreements,
      TransactionOperations transactions) {
    return new Destructions(retention, grants, agreements, transactions);
  }

  @Bean(initMethod = "start", destroyMethod = "stop")
  DueDestruction dueDestruction(Retention retention, ObjectStore objects, InstantSource clock) {
    return new DueDestruction(retention, objects, clock);
  }

  @Bean(initMethod = "start", destroyMethod = "stop")
  OrphanSweep orphanSweep(ObjectStore objects, BlobStore blobs, InstantSource clock) {
    return new OrphanSweep(objects, blobs, clock);
  }
}
