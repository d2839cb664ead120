package org.vigie.server.bank.file;

import org.jspecify.annotations.Nullable;

/// Counts the rows of a file, or its members as JSON; a member may have several signals.
///
/// Threads: one at a time.
public final class RowCount {
  private @Nullable ImportRow last;
  private long rows;

  /// Counts a signal, unless it is of the same row as the one before.
  public void add(ImportRow signal) {
    boolean isOfTheSame = last != null
        && last.line() == signal.line()
        && last.description().equals(signal.description());
    rows += isOfTheSame ? 0 : 1;
    last = signal;
  }

  /// Returns the number of rows.
  public long rows() {
    return rows;
  }
}
