package org.vigie.server.evidence.keeping;

import java.time.InstantSource;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigie.platform.blob.BlobStore;
import org.vigie.server.access.AccessLedger;
import org.vigie.server.access.Grants;
import org.vigie.server.evidence.store.CustodyLog;
import org.vigie.server.evidence.store.HoldStore;
import org.vigie.server.evidence.store.ObjectStore;

/// Wires terms, holds and destruction, and the background work of each.
@Configuration(proxyBeanMethods = false)
class KeepingConfiguration {
  /// More removals that wait are left to the sweep.
  private static final int MOST_REMOVALS = 10_000;

  private static final long IDLE_SECONDS = 10;

  @Bean
  BlobRemoval blobRemoval(BlobStore blobs) {
    ThreadPoolExecutor thread = new ThreadPoolExecutor(
        1,
        1,
        IDLE_SECONDS,
        TimeUnit.SECONDS,
        new ArrayBlockingQueue<>(MOST_REMOVALS),
        Thread.ofPlatform().daemon().name("blob-removal").factory(),
        new ThreadPoolExecutor.DiscardPolicy());
    thread.allowCoreThreadTimeOut(true);
    return new BlobRemoval(blobs, thread);
  }

  @Bean
  Retention evidenceRetention(
      ObjectStore objects,
      HoldStore holds,
      CustodyLog custody,
      AccessLedger ledger,
      PlatformTransactionManager transactions,
      BlobRemoval removal,
      InstantSource clock) {
    return new Retention(
        objects, holds, custody, ledger, new TransactionTemplate(transactions), removal, clock);
  }

  @Bean
  Destructions destructions(
      Retention retention, Grants grants, PlatformTransactionManager transactions) {
    return new Destructions(retention, grants, new TransactionTemplate(transactions));
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
