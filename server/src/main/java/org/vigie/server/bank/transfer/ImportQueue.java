package org.vigie.server.bank.transfer;

import java.io.UncheckedIOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.vigie.server.bank.transfer.ImportRun.AcceptedFile;
import org.vigie.server.frame.DatabaseOutage;

/// Carries imports out, one after another. While the database cannot be reached they wait; the
/// next process carries out the imports that are pending or running when this one ends.
final class ImportQueue implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(ImportQueue.class);
  private static final long SECONDS_BETWEEN_ATTEMPTS = 1;

  private final ImportRun run;
  private final ImportFiles files;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final ExecutorService thread = Executors.newSingleThreadExecutor(
      Thread.ofPlatform().daemon().name("bank-import").factory());

  ImportQueue(ImportRun run, ImportFiles files) {
    this.run = run;
    this.files = files;
  }

  void add(AcceptedFile file) {
    try {
      thread.execute(() -> settle(file));
    } catch (RejectedExecutionException e) {
      log.atInfo().setMessage("a bank import is left for the next start").log();
    }
  }

  private void settle(AcceptedFile file) {
    while (!isClosed() && !isSettled(file)) {
      pause();
    }
  }

  /// Makes an attempt; deletes the file when no other attempt needs it.
  private boolean isSettled(AcceptedFile file) {
    try {
      attempt(file);
    } catch (RuntimeException | Error e) {
      log.atWarn().setMessage("a bank import waits").setCause(e).log();
      return false;
    }
    delete(file);
    return true;
  }

  /// Returns once the end of the import is noted.
  private void attempt(AcceptedFile file) {
    try {
      run.attempt(file);
    } catch (RuntimeException | Error e) {
      if (isClosed() || DatabaseOutage.isCauseOf(e) || isCollision(e)) {
        throw e;
      }
      run.fail(file, e);
    }
  }

  /// Returns whether another transaction was in the way: nothing was imported, and the next attempt
  /// can succeed.
  private static boolean isCollision(Throwable failure) {
    return failure instanceof ConcurrencyFailureException;
  }

  /// Deletes the file; the next start removes one that stays.
  private void delete(AcceptedFile file) {
    try {
      files.delete(file.id());
    } catch (UncheckedIOException e) {
      log.atWarn().setMessage("the file of a bank import stays").setCause(e).log();
    }
  }

  private void pause() {
    try {
      closed.await(SECONDS_BETWEEN_ATTEMPTS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts this thread", e);
    }
  }

  private boolean isClosed() {
    return closed.getCount() == 0;
  }

  @Override
  public void close() {
    closed.countDown();
    thread.shutdown();
  }
}
