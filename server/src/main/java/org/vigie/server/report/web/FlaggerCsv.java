package org.vigie.server.report.web;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/// Notices as a table: UTF-8, commas, a first line with the names of the columns. Each line is a
/// legal notice of one place.
final class FlaggerCsv {
  private static final Set<String> COLUMNS = Set.of(
      "category",
      "explanation",
      "address",
      "account",
      "room",
      "message",
      "surface",
      "language",
      "reference");

  private FlaggerCsv() {}

  /// @param goodFaith whether the organisation confirms all that the table says
  /// @throws MalformedTableException if it is no such table
  static List<FlaggerBatch.Item> read(byte[] bytes, boolean goodFaith) {
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder()
        .allowMissingFields(false)
        .allowExtraFields(false)
        .ofNamedCsvRecord(text(bytes))) {
      List<NamedCsvRecord> lines = reader.stream().limit(FlaggerBatch.MOST + 1L).toList();
      lines.stream().findFirst().ifPresent(FlaggerCsv::checkColumns);
      return lines.stream()
          .<FlaggerBatch.Item>map(line -> item(line, goodFaith))
          .toList();
    } catch (CsvParseException _) {
      throw new MalformedTableException(MalformedTableException.Defect.UNEVEN);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException("reading memory does not fail", e);
    }
  }

  private static String text(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException _) {
      throw new MalformedTableException(MalformedTableException.Defect.NOT_UTF_8);
    }
  }

  private static void checkColumns(NamedCsvRecord line) {
    List<String> names = line.getHeader();
    if (!COLUMNS.containsAll(names) || !names.containsAll(Set.of("category", "explanation"))) {
      throw new MalformedTableException(MalformedTableException.Defect.OTHER_COLUMNS);
    }
  }

  private static FlaggerBatch.Item item(NamedCsvRecord line, boolean goodFaith) {
    NoticeJson.PlaceJson place = new NoticeJson.PlaceJson(
        cell(line, "account"), cell(line, "room"), cell(line, "message"), cell(line, "address"));
    NoticeJson notice = NoticeJson.ofFlagger(
        cell(line, "category"),
        cell(line, "explanation"),
        java.util.Objects.requireNonNullElse(cell(line, "surface"), "public"),
        goodFaith,
        new NoticeJson.Sent(cell(line, "language"), place, cell(line, "reference")));
    return () -> notice;
  }

  private static @org.jspecify.annotations.Nullable String cell(
      NamedCsvRecord line, String column) {
    return line.findField(column).filter(text -> !text.isEmpty()).orElse(null);
  }
}
