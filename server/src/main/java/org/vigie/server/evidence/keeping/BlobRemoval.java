package org.vigie.server.evidence.keeping;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.vigie.platform.blob.BlobAddress;
import org.vigie.platform.blob.BlobStore;

/// Removes the blobs of destroyed objects. Threads: any; the removal runs on a thread of its own,
/// so that it holds no database connection.
///
/// Pending removals are in memory alone. An orderly stop waits for them; a crash, a full queue and
/// a store that does not answer leave blobs behind. The sweep of orphans removes those later, but
/// not from a store that others share, so each is logged if possible.
final class BlobRemoval {
  private static final Logger LOG = LoggerFactory.getLogger(BlobRemoval.class);

  private static final int MOST_PENDING = 10_000;
  private static final long IDLE_SECONDS = 10;

  private final BlobStore blobs;
  private final ExecutorService executor;
  private final Duration patience;

  /// @param executor which [#stop] shuts down
  /// @param patience how long a stop waits for pending removals
  BlobRemoval(BlobStore blobs, ExecutorService executor, Duration patience) {
    this.blobs = blobs;
    this.executor = executor;
    this.patience = patience;
  }

  /// Returns an executor of one thread, which ends when idle, and of a bounded queue.
  static ExecutorService thread() {
    ThreadPoolExecutor thread = new ThreadPoolExecutor(
        1,
        1,
        IDLE_SECONDS,
        TimeUnit.SECONDS,
        new ArrayBlockingQueue<>(MOST_PENDING),
        Thread.ofPlatform().daemon().name("blob-removal").factory());
    thread.allowCoreThreadTimeOut(true);
    return thread;
  }

  /// Removes a blob after the caller's transaction commits. Its object's key is erased by then,
  /// so the blob is noise.
  void afterCommit(BlobAddress blob) {
    TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
      @Override
      public void afterCommit() {
        enqueue(new Removal(blob));
      }
    });
  }

  private void enqueue(Removal removal) {
    try {
      executor.execute(removal);
    } catch (RejectedExecutionException e) {
      removal.leave(e);
    }
  }

  /// Waits for pending removals, and leaves those that take too long.
  void stop() throws InterruptedException {
    executor.shutdown();
    boolean ended = false;
    try {
      ended = executor.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
    } finally {
      if (!ended) {
        executor.shutdownNow().forEach(BlobRemoval::leave);
      }
    }
  }

  private static void leave(Runnable pending) {
    if (pending instanceof Removal removal) {
      removal.leave(new RejectedExecutionException("stopped before the removal"));
    }
  }

  /// The removal of one blob.
  private final class Removal implements Runnable {
    private final BlobAddress blob;

    Removal(BlobAddress blob) {
      this.blob = blob;
    }

    @Override
    public void run() {
      try {
        blobs.delete(blob);
      } catch (IOException e) {
        leave(e);
      }
    }

    void leave(Exception why) {
      LOG.atWarn()
          .setMessage("blob not removed")
          .addKeyValue("blob", blob.sha256())
          .setCause(why)
          .log();
    }
  }
}
