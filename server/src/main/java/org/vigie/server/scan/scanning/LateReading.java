package org.vigie.server.scan.scanning;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.vigie.server.frame.BackgroundWork;
import org.vigie.server.scan.DecodingLane;
import org.vigie.server.scan.Media;
import org.vigie.server.scan.MediaSignals;
import org.vigie.server.scan.PictureReading.NoPicture;
import org.vigie.server.scan.Scan;
import org.vigie.server.scan.ScanOutcome.Cause;
import org.vigie.server.scan.archive.ScanArchive;
import org.vigie.server.scan.comparing.SignalComparison;
import org.vigie.server.scan.reading.MediaReader;

/// Reads what strangers sent when there was no time for it, one picture after another, once there
/// is. Threads: any.
///
/// Only so much media waits, in memory: what does not fit, or waited when the process ended, stays
/// unscannable, sealed, and a person's to look at.
final class LateReading {
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST = Duration.ofSeconds(20);
  private static final long MOST_BYTES = 64L << 20;
  private static final int PART_OF_HEAP = 16;
  private static final int MOST_FILES = 256;
  private static final int MOST_TRIES = 2;

  private final MediaReader reader;
  private final SignalComparison comparison;
  private final ScanArchive archive;
  private final BackgroundWork work = new BackgroundWork("late-reading", PAUSE, this::run);
  private final Deque<Waiting> waiting = new ArrayDeque<>();
  private final long mostBytes;
  private long bytes;

  /// @param heap the most bytes that the heap may have
  LateReading(MediaReader reader, SignalComparison comparison, ScanArchive archive, long heap) {
    this.reader = reader;
    this.comparison = comparison;
    this.archive = archive;
    this.mostBytes = mostBytes(heap);
  }

  /// Returns how many bytes of media wait at the most: on a small heap less.
  static long mostBytes(long heap) {
    return Math.min(MOST_BYTES, heap / PART_OF_HEAP);
  }

  private record Waiting(Scan scan, Media media, int tries) {}

  void start() {
    work.start();
  }

  void stop() throws InterruptedException {
    work.stop();
  }

  /// Takes a scan whose picture was not read in time; returns whether there is room for it.
  boolean offer(Scan scan, Media media) {
    return offer(new Waiting(scan, media, 0));
  }

  private synchronized boolean offer(Waiting one) {
    if (waiting.size() >= MOST_FILES || bytes + one.media.size() > mostBytes) {
      return false;
    }
    waiting.addLast(one);
    bytes += one.media.size();
    return true;
  }

  private synchronized @Nullable Waiting next() {
    Waiting next = waiting.pollFirst();
    if (next != null) {
      bytes -= next.media.size();
    }
    return next;
  }

  private Duration run() {
    return step() ? Duration.ZERO : PAUSE;
  }

  /// Reads one picture; returns whether any waited. What takes too long three times, because scans
  /// go first or because it does, stays unscannable.
  boolean step() {
    Waiting next = next();
    if (next == null) {
      return false;
    }
    MediaSignals signals = reader.extract(next.media, DecodingLane.LATER, LONGEST);
    if (signals.picture().equals(new NoPicture(Cause.DEADLINE_PASSED))) {
      var _ = next.tries < MOST_TRIES && offer(new Waiting(next.scan, next.media, next.tries + 1));
    } else {
      Scan scan = next.scan;
      archive.complete(scan.with(
          signals, comparison.compare(scan.id(), signals, scan.submission().surface())));
    }
    return true;
  }
}
