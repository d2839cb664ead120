package org.vigie.hashlist;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/// The CSV form: a header, then one entry a row.
final class CsvForm {
  private static final String TYPE = "signal_type";
  private static final String VALUE = "value";
  private static final String MEMBER = "member";
  private static final String CATEGORY = "category";
  private static final String SOURCE = "source";
  private static final String STATUS = "status";
  private static final String QUALITY = "quality";
  private static final String NOTE = "note";
  private static final String METADATA = "metadata";
  private static final List<String> COLUMNS =
      List.of(TYPE, VALUE, MEMBER, CATEGORY, SOURCE, STATUS, QUALITY, NOTE, METADATA);

  /// A first line that is one of these alone is a header with the others missing.
  private static final List<String> TELLING = List.of(TYPE, VALUE, MEMBER, CATEGORY);

  private static final Pattern PERCENT = Pattern.compile("|100|[1-9]?[0-9]");

  private final Entries entries;

  CsvForm(Entries entries) {
    this.entries = entries;
  }

  /// Says whether a first line is a header, good or bad; no line of the plain form looks like
  /// one.
  static boolean isHeader(String line) {
    return !line.startsWith("#") && (line.contains(",") || TELLING.contains(line));
  }

  void read(BufferedReader text) throws IOException {
    QuoteWatch watched = new QuoteWatch(text);
    // Closing the rows would close the text, which belongs to the caller.
    CloseableIterator<CsvRecord> rows = CsvReader.builder()
        .commentStrategy(CommentStrategy.NONE)
        .skipEmptyLines(false)
        .allowExtraFields(true)
        .allowMissingFields(true)
        .ofCsvRecord(watched)
        .iterator();
    try {
      readRows(rows, watched);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void readRows(CloseableIterator<CsvRecord> rows, QuoteWatch watched) {
    long line = 1;
    try {
      List<String> header = rows.next().getFields();
      boolean usable = isUsable(header);
      while (usable && rows.hasNext()) {
        CsvRecord row = rows.next();
        line = row.getStartingLineNumber();
        readRow(header, row);
      }
      if (watched.isOpen()) {
        entries.refuse(line, HashListDefect.OPEN_QUOTE.of());
      }
    } catch (CsvParseException e) {
      entries.refuse(line, HashListDefect.BROKEN_QUOTES.of());
    }
  }

  private boolean isUsable(List<String> header) {
    long before = entries.badCount();
    Set<String> seen = new HashSet<>();
    for (String column : header) {
      if (!COLUMNS.contains(column)) {
        entries.refuse(1, HashListDefect.UNKNOWN_COLUMN.of(column));
      } else if (!seen.add(column)) {
        entries.refuse(1, HashListDefect.REPEATED_COLUMN.of(column));
      }
    }
    for (String column : List.of(TYPE, VALUE)) {
      if (!seen.contains(column)) {
        entries.refuse(1, HashListDefect.MISSING_COLUMN.of(column));
      }
    }
    return entries.badCount() == before;
  }

  private void readRow(List<String> header, CsvRecord row) {
    long line = row.getStartingLineNumber();
    if (row.getFieldCount() != header.size()) {
      entries.refuse(
          line, HashListDefect.WRONG_COLUMN_COUNT.of(header.size(), row.getFieldCount()));
    } else if (!entries.refuseUnlessText(line, String.join(",", row.getFields()))) {
      readFields(line, header, row);
    }
  }

  private void readFields(long line, List<String> header, CsvRecord row) {
    String value = field(header, row, VALUE);
    String status = field(header, row, STATUS);
    String quality = field(header, row, QUALITY);
    if (value.isEmpty()) {
      entries.refuse(line, HashListDefect.EMPTY_VALUE.of());
    } else if (!status.isEmpty() && EntryStatus.of(status).isEmpty()) {
      entries.refuse(line, HashListDefect.UNKNOWN_STATUS.of(EntryStatus.words()));
    } else if (!PERCENT.matcher(quality).matches()) {
      entries.refuse(line, HashListDefect.BAD_QUALITY.of());
    } else {
      entries.add(
          line,
          field(header, row, TYPE),
          value,
          text(header, row, MEMBER),
          new Remarks(
              text(header, row, CATEGORY),
              text(header, row, SOURCE),
              EntryStatus.of(status),
              text(header, row, NOTE),
              quality.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(quality)),
              text(header, row, METADATA)));
    }
  }

  /// Returns what a column that people write into says, without what an export put there.
  private static String text(List<String> header, CsvRecord row, String column) {
    return SpreadsheetText.read(field(header, row, column));
  }

  private static String field(List<String> header, CsvRecord row, String column) {
    int at = header.indexOf(column);
    return at < 0 ? "" : row.getField(at);
  }
}
