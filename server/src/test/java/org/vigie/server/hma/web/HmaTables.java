package org.vigie.server.hma.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// The tables of `docs/hma.md` that have a request in each row.
final class HmaTables {
  static final Path PAGE = Path.of("../docs/hma.md");

  private HmaTables() {}

  /// A row.
  ///
  /// @param request method and path
  /// @param sends a body of JSON or the parts of a form; empty for nothing
  /// @param answers JSON, a text, the words `a message`, or nothing
  record Row(String request, String sends, int status, String answers) {
    String method() {
      return request.substring(0, request.indexOf(' '));
    }

    String path() {
      return request.substring(request.indexOf(' ') + 1);
    }
  }

  /// Returns the rows below a heading.
  static List<Row> below(String heading) {
    List<String> lines = text().lines().toList();
    int start = lines.indexOf("## " + heading);
    assertThat(start).as(heading).isNotNegative();
    List<List<String>> table = new ArrayList<>();
    for (String line : lines.subList(start + 1, lines.size())) {
      if (line.startsWith("## ")) {
        break;
      }
      if (line.startsWith("|")) {
        table.add(cells(line));
      }
    }
    List<String> head = table.getFirst();
    return table.stream().skip(2).map(cells -> row(head, cells)).toList();
  }

  /// Returns every row of the page.
  static Stream<Row> all() {
    return Stream.of("Calls", "Errors", "The calls of Coop", "Intended differences")
        .flatMap(heading -> below(heading).stream());
  }

  static String text() {
    try {
      return Files.readString(PAGE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> cells(String line) {
    String inner = line.substring(1, line.lastIndexOf('|'));
    return Arrays.stream(inner.split("\\|", -1)).map(String::strip).toList();
  }

  private static Row row(List<String> head, List<String> cells) {
    assertThat(cells).as("cells of %s", cells).hasSameSizeAs(head);
    Map<String, String> named = new HashMap<>();
    for (int i = 0; i < head.size(); i++) {
      named.put(head.get(i), bare(cells.get(i)));
    }
    return new Row(
        cell(named, "Request"),
        cell(named, "Sends"),
        Integer.parseInt(cell(named, "Status")),
        cell(named, "Answers"));
  }

  private static String cell(Map<String, String> named, String column) {
    return Objects.requireNonNull(named.get(column), column);
  }

  private static String bare(String cell) {
    boolean isCode = cell.length() > 1 && cell.startsWith("`") && cell.endsWith("`");
    return isCode ? cell.substring(1, cell.length() - 1) : cell;
  }
}
