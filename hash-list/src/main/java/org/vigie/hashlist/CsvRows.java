package org.vigie.hashlist;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/// Reads a text as rows of fields; rows whose fields are all empty, as spreadsheets write them,
/// say nothing.
final class CsvRows {
  private CsvRows() {}

  /// Takes the rows.
  interface Table {
    /// Takes the first row; returns whether to continue.
    boolean begin(long line, List<String> fields);

    /// Takes a later row.
    ///
    /// @param line on which it begins
    void row(long line, List<String> fields);
  }

  static void read(BufferedReader text, char separator, Entries entries, Table table)
      throws IOException {
    QuoteWatch watched = new QuoteWatch(text, separator);
    // Closing the rows would close the text, which belongs to the caller.
    CloseableIterator<CsvRecord> rows = CsvReader.builder()
        .fieldSeparator(separator)
        .commentStrategy(CommentStrategy.NONE)
        .skipEmptyLines(false)
        .allowExtraFields(true)
        .allowMissingFields(true)
        .ofCsvRecord(watched)
        .iterator();
    try {
      readRows(rows, watched, entries, table);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /// A defect of quotes hides the rows after it, so nothing can be used.
  private static void readRows(
      CloseableIterator<CsvRecord> rows, QuoteWatch watched, Entries entries, Table table) {
    long line = 1;
    boolean begun = false;
    boolean goOn = true;
    try {
      while (goOn && rows.hasNext()) {
        CsvRecord row = rows.next();
        line = row.getStartingLineNumber();
        List<String> fields = row.getFields();
        if (fields.stream().allMatch(String::isEmpty)) {
          continue;
        }
        if (begun) {
          table.row(line, fields);
        } else {
          goOn = table.begin(line, fields);
          begun = true;
        }
      }
      if (watched.isOpen()) {
        entries.refuseAll(line, HashListDefect.OPEN_QUOTE.of());
      }
    } catch (CsvParseException e) {
      entries.refuseAll(line, HashListDefect.BROKEN_QUOTES.of());
    }
  }
}
