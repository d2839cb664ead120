package org.vigie.server.review.web;

import java.util.List;
import java.util.Optional;

/// A table of figures behind a chart.
///
/// @param heads of the columns, the first that of the names
public record Sheet(String caption, List<String> heads, List<Row> rows) {
  public Sheet {
    heads = List.copyOf(heads);
    rows = List.copyOf(rows);
  }

  /// A row.
  ///
  /// @param cells one for each further head
  public record Row(Cell name, List<Cell> cells) {
    public Row {
      cells = List.copyOf(cells);
    }

    static Row of(Cell name, Cell... cells) {
      return new Row(name, List.of(cells));
    }
  }

  /// A cell.
  ///
  /// @param address of the cases behind its figure
  public record Cell(String text, Optional<String> address) {
    static Cell of(String text) {
      return new Cell(text, Optional.empty());
    }

    static Cell of(String text, String address) {
      return new Cell(text, Optional.of(address));
    }
  }
}
