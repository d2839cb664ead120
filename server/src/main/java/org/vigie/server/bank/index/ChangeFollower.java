package org.vigie.server.bank.index;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.server.bank.BankRevision;
import org.vigie.server.bank.store.ChangeFeed;
import org.vigie.server.bank.store.ChangeSession;
import org.vigie.server.bank.store.SignalValues;

/// Loads the index and keeps it at the end of the log, on a thread of its own. After any failure
/// the index stays as it was, the thread retries, and [#lag] grows.
public final class ChangeFollower {
  private static final Logger log = LoggerFactory.getLogger(ChangeFollower.class);

  /// How often the log is read without a notification.
  private static final Duration POLL = Duration.ofMillis(500);

  private final DataSource database;
  private final SignalValues values;
  private final LoadedIndex loaded;
  private final SnapshotSaver saver;
  private final IndexLoader loader;
  private final Thread thread;
  private final InstantSource clock;

  private final ReentrantLock following = new ReentrantLock();
  private final Condition followed = following.newCondition();
  private @Nullable IndexWriter writer;
  private volatile boolean stopping;
  private volatile @Nullable ChangeSession waiting;
  private volatile Instant upToDate;

  /// @param snapshots the folder of snapshots; may be empty or missing
  public ChangeFollower(
      DataSource database,
      SignalValues values,
      LoadedIndex loaded,
      Path snapshots,
      InstantSource clock) {
    this.database = database;
    this.values = values;
    this.loaded = loaded;
    this.saver = new SnapshotSaver(new SnapshotFolder(snapshots, values.types()));
    this.loader = new IndexLoader(new SnapshotFolder(snapshots, values.types()));
    this.clock = clock;
    this.upToDate = clock.instant();
    this.thread = Thread.ofPlatform().daemon().name("bank-change-follower").unstarted(this::run);
  }

  /// Begins to load, in the background.
  public void start() {
    thread.start();
  }

  /// Ends the thread without waiting for the next poll, and saves the changes since the last
  /// snapshot.
  public void stop() {
    stopping = true;
    ChangeSession idle = waiting;
    if (idle != null) {
      idle.abort();
    }
    try {
      thread.join();
      saver.close();
      IndexWriter last = writer;
      if (last != null) {
        saver.saveNow(last);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the process is being stopped in a hurry
    }
  }

  /// Waits until a committed change counts here, or until the time has passed.
  public void await(BankRevision revision, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    try {
      if (following.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
        awaitLocked(revision, end);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the caller continues; the change counts soon
    }
  }

  private void awaitLocked(BankRevision revision, long end) throws InterruptedException {
    try {
      long nanos = end - System.nanoTime();
      while (!counts(revision) && nanos > 0) {
        nanos = followed.awaitNanos(nanos);
      }
    } finally {
      following.unlock();
    }
  }

  /// Returns how long ago the log was read to its end for the last time, or the process began.
  public Duration lag() {
    return Duration.between(upToDate, clock.instant());
  }

  private boolean counts(BankRevision revision) {
    return writer != null && writer.has(revision.number());
  }

  private void run() {
    while (!stopping) {
      try (ChangeSession session = ChangeSession.open(database, values)) {
        follow(session);
      } catch (RuntimeException | Error e) {
        retryAfter(e);
      }
    }
  }

  private void retryAfter(Throwable failure) {
    if (stopping) {
      return; // the session was aborted
    }
    log.atWarn().setMessage("bank changes cannot be read").setCause(failure).log();
    try {
      TimeUnit.MILLISECONDS.sleep(POLL.toMillis());
    } catch (InterruptedException e) {
      stopping = true;
    }
  }

  private void follow(ChangeSession session) {
    ChangeFeed feed = session.feed();
    IndexWriter current = loadedFrom(feed);
    while (!stopping) {
      locked(() -> current.catchUp(feed));
      upToDate = clock.instant();
      if (current.isBusy()) {
        locked(() -> current.step(feed));
      } else {
        saver.saveIfWorthIt(current);
        awaitIdle(session);
      }
    }
  }

  private void awaitIdle(ChangeSession session) {
    waiting = session;
    try {
      session.await(POLL);
    } finally {
      waiting = null;
    }
  }

  /// Returns the index that was loaded before the connection broke, unless the database has
  /// become another one meanwhile: a backup was restored.
  private IndexWriter loadedFrom(ChangeFeed feed) {
    IndexWriter earlier = writer;
    if (earlier != null && earlier.read().isIn(feed)) {
      return earlier;
    }
    loaded.set(null);
    IndexWriter fresh = loader.load(feed);
    locked(() -> writer = fresh);
    saver.begin();
    loaded.set(fresh.index());
    log.atInfo()
        .setMessage("bank index loaded")
        .addKeyValue("revision", fresh.index().revision())
        .addKeyValue("signals", fresh.index().signals().size())
        .log();
    return fresh;
  }

  private void locked(Runnable work) {
    following.lock();
    try {
      work.run();
      followed.signalAll();
    } finally {
      following.unlock();
    }
  }
}
