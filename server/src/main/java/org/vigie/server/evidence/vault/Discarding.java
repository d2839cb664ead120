package org.vigie.server.evidence.vault;

import java.io.IOException;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.vigie.platform.blob.BlobStore;
import org.vigie.server.evidence.EvidenceId;
import org.vigie.server.evidence.SealedContent;
import org.vigie.server.evidence.store.ObjectStore;

/// Removes the blobs of content that was put and not recorded. In a store that others share, only
/// the process that put a blob can tell that it is an orphan.
final class Discarding {
  private static final Logger LOG = LoggerFactory.getLogger(Discarding.class);

  private final ObjectStore objects;
  private final BlobStore blobs;
  private final TransactionOperations transactions;

  Discarding(ObjectStore objects, BlobStore blobs, TransactionOperations transactions) {
    this.objects = objects;
    this.blobs = blobs;
    this.transactions = transactions;
  }

  /// Never hides why the content is not recorded, so a failure is only logged.
  void discard(SealedContent content) {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("content was discarded while a transaction was open");
    }
    try {
      if (isUnrecorded(content.id())) {
        blobs.delete(content.blob());
      }
    } catch (IOException | DataAccessException | TransactionException e) {
      LOG.atWarn()
          .setMessage("unrecorded content not discarded")
          .addKeyValue("evidence", content.id().value())
          .addKeyValue("blob", content.blob().sha256())
          .setCause(e)
          .log();
    }
  }

  /// A connection that breaks during a commit leaves in doubt whether the content is recorded.
  /// The lock of the record decides: the database holds it until that transaction has ended.
  private boolean isUnrecorded(EvidenceId id) {
    return Objects.requireNonNull(transactions.execute(
        _ -> objects.isNoRecordingOpen(id) && objects.find(id).isEmpty()));
  }
}
