package org.vigie.server.scan.scanning;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.vigie.media.NativeBytes;
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

/// Reads pictures of strangers that missed their deadline, one after another, once there is time.
/// Threads: any.
///
/// The queue is in memory and bounded. It holds media after the end of its request, where the
/// memory of bodies goes on counting it, until it was read or the reading stops. Media that does
/// not fit, or is queued when the process ends, stays unscannable and sealed, and a person looks
/// at it.
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
  private final Deque<Pending> pending = new ArrayDeque<>();
  private final long mostBytes;
  private long bytes;

  /// @param heap the most bytes that the heap may have
  LateReading(MediaReader reader, SignalComparison comparison, ScanArchive archive, long heap) {
    this.reader = reader;
    this.comparison = comparison;
    this.archive = archive;
    this.mostBytes = mostBytes(heap);
  }

  /// Returns the most bytes of queued media: less on a small heap.
  static long mostBytes(long heap) {
    return Math.min(MOST_BYTES, heap / PART_OF_HEAP);
  }

  private record Pending(Scan scan, Media media, NativeBytes.Hold hold, int tries) {
    Pending again() {
      return new Pending(scan, media, hold, tries + 1);
    }
  }

  void start() {
    work.start();
  }

  void stop() throws InterruptedException {
    work.stop();
    for (Pending left = next(); left != null; left = next()) {
      left.hold.close();
    }
  }

  /// Queues a scan whose picture was not read in time; returns false if there is no room.
  boolean offer(Scan scan, Media media) {
    NativeBytes.Hold hold = media.hold();
    boolean queued = offer(new Pending(scan, media, hold, 0));
    if (!queued) {
      hold.close();
    }
    return queued;
  }

  private synchronized boolean offer(Pending one) {
    if (pending.size() >= MOST_FILES || bytes + one.media.size() > mostBytes) {
      return false;
    }
    pending.addLast(one);
    bytes += one.media.size();
    return true;
  }

  private synchronized @Nullable Pending next() {
    Pending next = pending.pollFirst();
    if (next != null) {
      bytes -= next.media.size();
    }
    return next;
  }

  private Duration run() {
    return step() ? Duration.ZERO : PAUSE;
  }

  /// Reads one picture; returns whether any was queued. A picture that misses its deadline three
  /// times stays unscannable.
  boolean step() {
    Pending next = next();
    if (next == null) {
      return false;
    }
    boolean again = false;
    try {
      again = !isRead(next) && next.tries < MOST_TRIES && offer(next.again());
    } finally {
      if (!again) {
        next.hold.close();
      }
    }
    return true;
  }

  private boolean isRead(Pending next) {
    MediaSignals signals = reader.extract(next.media, DecodingLane.LATER, LONGEST);
    if (signals.picture().equals(new NoPicture(Cause.DEADLINE_PASSED))) {
      return false;
    }
    Scan scan = next.scan;
    archive.complete(
        scan.with(signals, comparison.compare(scan.id(), signals, scan.subject().surface())));
    return true;
  }
}
