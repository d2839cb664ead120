package org.vigie.server.report.attachments;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/// The bytes of files that one sender may still have sealed today. A notice takes its part after
/// all other checks, and gives it back unless its files are sealed. Threads: one.
public final class FileShare {
  private final UploadQuotas quotas;
  private final List<UploadQuotas.Count> counts;
  private final LocalDate day;
  private long taken;
  private boolean spent;

  FileShare(UploadQuotas quotas, List<UploadQuotas.Count> counts, LocalDate day) {
    this.quotas = quotas;
    this.counts = List.copyOf(counts);
    this.day = day;
  }

  /// Counts files; returns false, and counts nothing, if they are more than the sender may send.
  public boolean take(long bytes) {
    if (quotas.take(day, counts, bytes)) {
      taken += bytes;
    } else {
      spent = true;
    }
    return !spent;
  }

  /// Returns the bytes that were taken.
  public void giveBack() {
    quotas.giveBack(day, counts, taken);
    taken = 0;
  }

  /// Returns whether files were more than the sender may send.
  public boolean isSpent() {
    return spent;
  }

  /// Returns how long it is until the next day begins.
  public Duration untilTomorrow() {
    return quotas.untilTomorrow();
  }
}
