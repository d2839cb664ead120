package org.vigie.hashlist;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/// The CSV form: a header, then one entry a row.
final class CsvForm implements CsvRows.Table {
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

  private static final String KNOWN = String.join(", ", COLUMNS);

  /// A first line with one of these is a header, perhaps with others missing.
  static final List<String> TELLING = List.of(TYPE, VALUE, MEMBER, CATEGORY);

  private static final Pattern PERCENT = Pattern.compile("|100|[1-9]?[0-9]");

  private final Entries entries;
  private List<String> header = List.of();

  CsvForm(Entries entries) {
    this.entries = entries;
  }

  @Override
  public boolean begin(long line, List<String> columns) {
    entries.recognise(ListForm.CSV);
    header = columns;
    Set<String> seen = new HashSet<>();
    boolean usable = true;
    for (int place = 0; place < columns.size(); place++) {
      String column = columns.get(place);
      if (!COLUMNS.contains(column)) {
        // Its name may be a value of a list without a header, so it is not repeated.
        entries.refuseAll(line, HashListDefect.UNKNOWN_COLUMN.of(place + 1, KNOWN));
        usable = false;
      } else if (!seen.add(column)) {
        entries.refuseAll(line, HashListDefect.REPEATED_COLUMN.of(column));
        usable = false;
      }
    }
    return hasNeeded(line, seen) && usable;
  }

  private boolean hasNeeded(long line, Set<String> seen) {
    boolean all = true;
    for (String column : List.of(TYPE, VALUE)) {
      if (!seen.contains(column)) {
        entries.refuseAll(line, HashListDefect.MISSING_COLUMN.of(column, KNOWN));
        all = false;
      }
    }
    return all;
  }

  @Override
  public void row(long line, List<String> row) {
    if (row.size() != header.size()) {
      entries.refuse(line, HashListDefect.WRONG_COLUMN_COUNT.of(header.size(), row.size()));
    } else if (!entries.refuseUnlessText(line, String.join(",", row))) {
      readFields(line, row);
    }
  }

  private void readFields(long line, List<String> row) {
    String value = field(row, VALUE);
    String status = field(row, STATUS);
    String quality = field(row, QUALITY);
    if (value.isEmpty()) {
      entries.refuse(line, HashListDefect.EMPTY_VALUE.of());
    } else if (!status.isEmpty() && EntryStatus.of(status).isEmpty()) {
      entries.refuse(line, HashListDefect.UNKNOWN_STATUS.of(EntryStatus.words()));
    } else if (!PERCENT.matcher(quality).matches()) {
      entries.refuse(line, HashListDefect.BAD_QUALITY.of());
    } else {
      entries.add(
          line,
          field(row, TYPE),
          value,
          text(row, MEMBER),
          new Remarks(
              text(row, CATEGORY),
              text(row, SOURCE),
              EntryStatus.of(status),
              text(row, NOTE),
              quality.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(quality)),
              text(row, METADATA)));
    }
  }

  /// Returns the text of a column that people write into, without the apostrophes of an export.
  private String text(List<String> row, String column) {
    return SpreadsheetText.read(field(row, column));
  }

  private String field(List<String> row, String column) {
    int at = header.indexOf(column);
    return at < 0 ? "" : row.get(at);
  }
}
