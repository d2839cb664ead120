package org.vigie.server.evidence;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigie.platform.blob.BlobStore;
import org.vigie.server.access.AccessLedger;
import org.vigie.server.access.Grants;
import org.vigie.server.evidence.seal.KeyWrapping;
import org.vigie.server.evidence.store.HoldStore;
import org.vigie.server.evidence.store.ObjectStore;
import org.vigie.server.frame.ApartTransactions;
import org.vigie.server.frame.TimeOrderedIds;

/// What a vault is made of.
final class VaultParts {
  private VaultParts() {}

  /// What turns content into blobs.
  ///
  /// @param random a cryptographic source
  record Sealing(BlobStore blobs, KeyWrapping wrapping, TimeOrderedIds ids, SecureRandom random) {}

  /// The tables of the vault.
  record Tables(ObjectStore objects, HoldStore holds, CustodyLog custody) {}

  /// What records who did what.
  record Records(
      Tables tables,
      Grants grants,
      AccessLedger ledger,
      Committing committing,
      InstantSource clock) {
    ObjectStore objects() {
      return tables.objects();
    }

    HoldStore holds() {
      return tables.holds();
    }

    CustodyLog custody() {
      return tables.custody();
    }

    ApplicationEventPublisher events() {
      return committing.events();
    }

    /// Returns how things are done in the transaction of the caller, or one of their own.
    TransactionOperations together() {
      return committing.together();
    }

    /// Returns how things are done in a transaction of their own in any case.
    TransactionOperations apart() {
      return committing.apart();
    }

    Instant now() {
      return clock.instant();
    }
  }

  /// What makes things lasting, and tells others.
  record Committing(
      TransactionOperations together,
      TransactionOperations apart,
      ApplicationEventPublisher events) {
    static Committing by(
        PlatformTransactionManager transactions, ApplicationEventPublisher events) {
      return new Committing(
          new TransactionTemplate(transactions), new ApartTransactions(transactions), events);
    }
  }
}
