package org.vigie.server.bank.index;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.index.SignalIndex;
import org.vigie.server.bank.index.IndexWriter.Position;

/// Writes snapshots in the background after much change. Threads: one asks, one saves.
final class SnapshotSaver {
  private static final Logger log = LoggerFactory.getLogger(SnapshotSaver.class);

  /// Reading so many signals again takes less than a second.
  private static final long MUCH = 100_000;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final SnapshotFolder folder;
  private final ExecutorService executor = Executors.newSingleThreadExecutor(
      Thread.ofPlatform().daemon().name("bank-index-snapshot").factory());
  private volatile long changesSaved;
  private long changesTried;
  private @Nullable Future<?> saving;

  SnapshotSaver(SnapshotFolder folder) {
    this.folder = folder;
  }

  /// Begins anew with an index that has just been loaded.
  void begin() {
    changesSaved = 0;
    changesTried = 0;
  }

  /// Begins to save, unless little has changed since the last attempt or a snapshot is being
  /// written.
  void saveIfWorthIt(IndexWriter writer) {
    boolean busy = saving != null && !saving.isDone();
    long changes = writer.index().changes();
    if (!busy && changes - changesTried >= MUCH) {
      changesTried = changes;
      SignalIndex signals = writer.index().signals();
      Position position = writer.read();
      saving = executor.submit(() -> save(signals, position, changes));
    }
  }

  /// Saves, unless nothing has changed or a change of many members is under way.
  void saveNow(IndexWriter writer) {
    long changes = writer.index().changes();
    if (changes > changesSaved && !writer.isBusy() && writer.read().mark().isPresent()) {
      save(writer.index().signals(), writer.read(), changes);
    }
  }

  /// Waits until the current snapshot is written.
  void close() throws InterruptedException {
    executor.shutdown();
    if (!executor.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      log.atWarn().setMessage("bank index snapshot is abandoned").log();
    }
  }

  /// Saves a snapshot. A failure costs a slow start, nothing else.
  private void save(SignalIndex signals, Position position, long changes) {
    try {
      folder.save(signals, position);
      changesSaved = changes;
    } catch (IOException | RuntimeException e) {
      log.atWarn()
          .setMessage("bank index snapshot cannot be written")
          .setCause(e)
          .log();
    }
  }
}
