package org.vigie.server.report.web;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Notices as a table: UTF-8, and a first line with the names of the columns. Each line is a
/// legal notice of one place.
///
/// Tables are read as spreadsheets of all countries save them: columns are separated by commas,
/// semicolons or tabs, lines end as on Windows or not, the text may begin with a byte order mark
/// and a line `sep=;`, and empty lines do not count, nor do columns without a name and value.
final class FlaggerCsv {
  private static final Set<String> COLUMNS = Set.of(
      "category",
      "explanation",
      "address",
      "account",
      "room",
      "message",
      "messenger",
      "surface",
      "language",
      "reference");
  private static final Set<String> NEEDED = Set.of("category", "explanation");
  private static final List<Character> SEPARATORS = List.of(',', ';', '\t');
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  /// A line above a table in which a spreadsheet names its separator.
  private static final Pattern SEPARATOR_LINE = Pattern.compile("sep=[,;\\t]\\r?\\n");

  private final List<String> names;
  private final List<CsvRecord> lines;
  private final long before;

  /// @param before the number of lines above the names
  private FlaggerCsv(List<String> names, List<CsvRecord> lines, long before) {
    this.names = names;
    this.lines = lines;
    this.before = before;
  }

  /// @param goodFaith whether the organisation confirms all that the table says
  /// @return the notices, one more than are taken at once if there are more
  /// @throws MalformedTableException if it is no such table, or is not confirmed
  static List<FlaggerBatch.Item> read(byte[] bytes, boolean goodFaith) {
    FlaggerCsv table = table(text(bytes));
    if (!goodFaith) {
      throw new MalformedTableException(MalformedTableException.Defect.NOT_CONFIRMED);
    }
    return table.lines.stream().<FlaggerBatch.Item>map(table::item).toList();
  }

  private static String text(byte[] bytes) {
    if (isUtf16(bytes)) {
      throw new MalformedTableException(MalformedTableException.Defect.UTF_16);
    }
    try {
      String text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    } catch (CharacterCodingException _) {
      throw new MalformedTableException(MalformedTableException.Defect.NOT_UTF_8);
    }
  }

  /// A byte order mark of UTF-16 is no UTF-8. Without one, every other byte of Latin letters is
  /// zero.
  private static boolean isUtf16(byte[] bytes) {
    int head = bytes.length < 2 ? 0 : (bytes[0] & 0xFF) << Byte.SIZE | bytes[1] & 0xFF;
    return head == 0xFEFF
        || head == 0xFFFE
        || head != 0 && ((head & 0xFF) == 0 || head >>> Byte.SIZE == 0);
  }

  /// Reads a table with the separator that gives known columns in its first line.
  private static FlaggerCsv table(String text) {
    Matcher said = SEPARATOR_LINE.matcher(text);
    int begin = said.lookingAt() ? said.end() : 0;
    long before = begin == 0 ? 0 : 1;
    String rest = text.substring(begin);
    return SEPARATORS.stream()
        .filter(separator -> hasColumns(rest, separator))
        .findFirst()
        .map(separator -> table(rest, separator, before))
        .orElseThrow(
            () -> new MalformedTableException(MalformedTableException.Defect.OTHER_COLUMNS));
  }

  private static boolean hasColumns(String text, char separator) {
    try (CsvReader<CsvRecord> reader = reader(text, separator)) {
      return reader.stream()
          .filter(FlaggerCsv::hasText)
          .findFirst()
          .filter(first -> areColumns(names(first)))
          .isPresent();
    } catch (CsvParseException _) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException("reading memory does not fail", e);
    }
  }

  private static CsvReader<CsvRecord> reader(String text, char separator) {
    return CsvReader.builder()
        .fieldSeparator(separator)
        .allowMissingFields(false)
        .allowExtraFields(false)
        .ofCsvRecord(text);
  }

  private static boolean hasText(CsvRecord line) {
    return line.getFields().stream().anyMatch(cell -> !cell.isBlank());
  }

  /// Returns the names without empty ones at the end, as a spreadsheet leaves them.
  private static List<String> names(CsvRecord first) {
    List<String> names = new ArrayList<>(first.getFields());
    while (names.getLast().isEmpty()) {
      names.removeLast();
    }
    return names;
  }

  private static boolean areColumns(List<String> names) {
    return COLUMNS.containsAll(names)
        && names.containsAll(NEEDED)
        && new HashSet<>(names).size() == names.size();
  }

  private static FlaggerCsv table(String text, char separator, long before) {
    try (CsvReader<CsvRecord> reader = reader(text, separator)) {
      List<CsvRecord> lines = reader.stream()
          .filter(FlaggerCsv::hasText)
          .limit(FlaggerBatch.MOST + 2L)
          .toList();
      FlaggerCsv table =
          new FlaggerCsv(names(lines.getFirst()), lines.subList(1, lines.size()), before);
      table.lines.forEach(table::checkWidth);
      return table;
    } catch (CsvParseException _) {
      throw new MalformedTableException(MalformedTableException.Defect.UNEVEN);
    } catch (IOException e) {
      throw new UncheckedIOException("reading memory does not fail", e);
    }
  }

  /// A value in a column without a name would be lost.
  private void checkWidth(CsvRecord line) {
    List<String> beyond = line.getFields().subList(names.size(), line.getFieldCount());
    if (beyond.stream().anyMatch(cell -> !cell.isBlank())) {
      throw new MalformedTableException(MalformedTableException.Defect.UNEVEN);
    }
  }

  /// A line of a table.
  private record Line(NoticeJson notice, OptionalLong line) implements FlaggerBatch.Item {}

  private FlaggerBatch.Item item(CsvRecord line) {
    NoticeJson.PlaceJson place = new NoticeJson.PlaceJson(
        cell(line, "account"), cell(line, "room"), cell(line, "message"), cell(line, "address"));
    NoticeJson notice = NoticeJson.ofFlagger(
        cell(line, "category"),
        cell(line, "explanation"),
        Objects.requireNonNullElse(cell(line, "surface"), "public"),
        true,
        new NoticeJson.Sent(
            cell(line, "messenger"), cell(line, "language"), place, cell(line, "reference")));
    return new Line(notice, OptionalLong.of(line.getStartingLineNumber() + before));
  }

  private @Nullable String cell(CsvRecord line, String column) {
    int index = names.indexOf(column);
    return index < 0 || line.getField(index).isEmpty() ? null : line.getField(index);
  }
}
