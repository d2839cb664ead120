package org.vigie.cli;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.vigie.cli.files.Failure;

/// One row of output under construction: names and texts or whole numbers, in order.
///
/// A cell that does not apply is left out: empty in the table, absent in JSON.
final class Row {
  private final Map<String, Object> cells = new LinkedHashMap<>();

  /// Starts the row of a file.
  static Row of(String path) {
    return new Row().with("path", path);
  }

  Row with(String name, String text) {
    cells.put(name, text);
    return this;
  }

  Row with(String name, int number) {
    cells.put(name, number);
    return this;
  }

  Row with(Failure failure) {
    return with("cause", failure.cause().name()).with("detail", failure.detail());
  }

  /// Returns the cells: each a [String] or an [Integer].
  Map<String, Object> cells() {
    return Collections.unmodifiableMap(cells);
  }
}
