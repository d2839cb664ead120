package org.vigie.hashlist;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The first line of a table, which decides its format.
///
/// @param columns without their quotes
record CsvHeader(char separator, List<String> columns) {
  private static final String SEPARATORS = ",;\t";

  /// Returns the line in its three readings.
  static List<CsvHeader> readings(String line) {
    return SEPARATORS
        .chars()
        .mapToObj(separator -> reading(line, (char) separator))
        .toList();
  }

  private static CsvHeader reading(String line, char separator) {
    List<String> columns = Arrays.stream(line.split(String.valueOf(separator), -1))
        .map(CsvHeader::unquoted)
        .toList();
    return new CsvHeader(separator, columns);
  }

  /// Returns whether a line has several fields in any reading.
  static boolean isTable(String line) {
    return line.chars().anyMatch(c -> SEPARATORS.indexOf(c) >= 0);
  }

  private static String unquoted(String field) {
    int last = field.length() - 1;
    boolean quoted = last > 0 && field.charAt(0) == '"' && field.charAt(last) == '"';
    return quoted ? field.substring(1, last) : field;
  }

  /// Returns which table this is the header of, good or bad.
  Optional<CsvTable> table() {
    if (columns.equals(ThreatExchange.COLUMNS)) {
      return Optional.of(CsvTable.THREATEXCHANGE);
    }
    if (columns.stream().anyMatch(CsvForm.TELLING::contains)) {
      return Optional.of(CsvTable.OWN);
    }
    if (columns.stream().map(CsvHeader::plain).anyMatch(DigestColumns.TYPES::containsKey)) {
      return Optional.of(CsvTable.DIGESTS);
    }
    return PdqRows.isRow(columns) ? Optional.of(CsvTable.PDQ) : Optional.empty();
  }

  /// Returns a column's name as publishers vary it: `sha1` for `SHA-1`.
  static String plain(String column) {
    StringBuilder plain = new StringBuilder();
    column
        .toLowerCase(Locale.ROOT)
        .chars()
        .filter(c -> c != '-' && c != '_' && c != ' ')
        .forEach(c -> plain.append((char) c));
    return plain.toString();
  }
}
