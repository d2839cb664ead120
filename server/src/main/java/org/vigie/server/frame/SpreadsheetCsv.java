package org.vigie.server.frame;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.vigie.hashlist.SpreadsheetText;

/// Writes every table that leaves Vigie: UTF-8 with commas by RFC 4180, without cells that a
/// spreadsheet would execute ([SpreadsheetText]).
public final class SpreadsheetCsv {
  private final Writer text;
  private final CsvWriter rows;

  /// Begins a table with its header.
  ///
  /// @param bytes stays open
  public SpreadsheetCsv(OutputStream bytes, String... columns) {
    text = new OutputStreamWriter(bytes, StandardCharsets.UTF_8);
    rows = CsvWriter.builder().bufferSize(0).build(text);
    rows.writeRecord(columns);
  }

  /// Writes a row.
  public void row(String... cells) {
    rows.writeRecord(Arrays.stream(cells).map(SpreadsheetText::guard).toArray(String[]::new));
  }

  /// Writes out buffered rows.
  public void flush() {
    try {
      text.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
