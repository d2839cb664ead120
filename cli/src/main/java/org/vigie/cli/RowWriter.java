package org.vigie.cli;

import java.io.PrintStream;
import java.util.List;

/// Writes rows; each is in the output when `write` returns.
sealed interface RowWriter permits TableWriter, JsonLinesWriter {
  /// Writes a row.
  ///
  /// @throws OutputClosedException if the output does not take it
  void write(Row row);

  /// Returns a writer of one form or the other.
  ///
  /// @param columns the columns of the table; JSON writes all fields of a row
  static RowWriter of(boolean json, List<String> columns, PrintStream out) {
    return json ? new JsonLinesWriter(out) : new TableWriter(columns, out);
  }
}
