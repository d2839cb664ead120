package org.vigie.server.report.web;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.vigie.server.report.settings.UploadSettings;

/// The files of one form while they arrive: they hold a slot from their first byte on, and have
/// to come at a rate.
final class Upload implements AutoCloseable {
  private final Supplier<Optional<UploadSlots.Slot>> slots;
  private final UploadSettings settings;
  private final LongSupplier nanoTime;

  private Optional<UploadSlots.Slot> slot = Optional.empty();
  private boolean given;
  private long begin;
  private long bytes;

  /// @param slots gives one, or none
  /// @param nanoTime a clock that never goes back, as [System#nanoTime()]
  Upload(
      Supplier<Optional<UploadSlots.Slot>> slots, UploadSettings settings, LongSupplier nanoTime) {
    this.slots = slots;
    this.settings = settings;
    this.nanoTime = nanoTime;
  }

  /// Why files are not taken.
  enum Refusal {
    /// Too many others send files, or another network had fewer.
    BUSY,
    TOO_SLOW
  }

  /// Files are not taken.
  static final class RefusedException extends IOException {
    private static final long serialVersionUID = 1;

    private final Refusal refusal;

    private RefusedException(Refusal refusal) {
      super("the files of a form are not taken");
      this.refusal = refusal;
    }

    Refusal refusal() {
      return refusal;
    }
  }

  /// Returns a file that is kept.
  InputStream kept(InputStream file) {
    return new Counted(file, true);
  }

  /// Returns a file that is read over, for which no slot is needed.
  InputStream ignored(InputStream file) {
    return new Counted(file, false);
  }

  /// Says that all files have come.
  ///
  /// @throws RefusedException if the slot was lost meanwhile
  void complete() throws RefusedException {
    if (slot.isPresent() && !slot.get().complete()) {
      throw new RefusedException(Refusal.BUSY);
    }
  }

  @Override
  public void close() {
    slot.ifPresent(UploadSlots.Slot::close);
    slot = Optional.empty();
  }

  private void count(int read, boolean kept) throws RefusedException {
    if (read <= 0) {
      return;
    }
    if (bytes == 0) {
      begin = nanoTime.getAsLong();
    }
    bytes += read;
    if (isTooSlow()) {
      throw new RefusedException(Refusal.TOO_SLOW);
    }
    if (kept && !hasSlot()) {
      throw new RefusedException(Refusal.BUSY);
    }
  }

  private boolean isTooSlow() {
    Duration passed = Duration.ofNanos(nanoTime.getAsLong() - begin);
    return passed.compareTo(settings.grace()) > 0
        && bytes * 1_000 < settings.minRate().toBytes() * passed.toMillis();
  }

  private boolean hasSlot() {
    if (!given) {
      given = true;
      slot = slots.get();
    }
    return slot.filter(UploadSlots.Slot::isHeld).isPresent();
  }

  /// Counts the bytes that are read of a file.
  private final class Counted extends FilterInputStream {
    private final boolean kept;

    private Counted(InputStream file, boolean kept) {
      super(file);
      this.kept = kept;
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      count(read < 0 ? 0 : 1, kept);
      return read;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int read = super.read(into, offset, length);
      count(read, kept);
      return read;
    }
  }
}
