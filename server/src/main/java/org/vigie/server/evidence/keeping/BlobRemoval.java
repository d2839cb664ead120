package org.vigie.server.evidence.keeping;

import java.io.IOException;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.vigie.platform.blob.BlobAddress;
import org.vigie.platform.blob.BlobStore;

/// Removes the blobs of destroyed objects. Threads: any; the removal runs on the executor, so that
/// it holds no database connection.
final class BlobRemoval {
  private static final Logger LOG = LoggerFactory.getLogger(BlobRemoval.class);

  private final BlobStore blobs;
  private final Executor executor;

  BlobRemoval(BlobStore blobs, Executor executor) {
    this.blobs = blobs;
    this.executor = executor;
  }

  /// Removes a blob after the caller's transaction commits. Its object's key is erased by then,
  /// so the blob is noise; if the removal fails, the sweep of orphans removes the blob later.
  void afterCommit(BlobAddress blob) {
    TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
      @Override
      public void afterCommit() {
        executor.execute(() -> remove(blob));
      }
    });
  }

  private void remove(BlobAddress blob) {
    try {
      blobs.delete(blob);
    } catch (IOException e) {
      LOG.atWarn().setMessage("blob not removed").setCause(e).log();
    }
  }
}
