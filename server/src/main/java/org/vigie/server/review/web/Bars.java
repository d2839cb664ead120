package org.vigie.server.review.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Bars beneath each other, each with its name before and its figure behind it. Names and figures
/// are words beside the drawing, so that they keep their size on narrow screens.
///
/// @param title the accessible name
/// @param parts the names of the parts of a bar; empty if there is one
public record Bars(String title, List<Part> parts, List<Row> rows) {
  /// The length of the longest bar.
  public static final int LONGEST = 1_000;

  /// The shortest length that can be seen.
  private static final int LEAST = 4;

  public Bars {
    parts = List.copyOf(parts);
    rows = List.copyOf(rows);
  }

  /// A part of every bar.
  ///
  /// @param look `first`, `second` or `bad`
  public record Part(String name, String look) {}

  /// A bar.
  ///
  /// @param address of the cases behind it
  public record Row(String name, Optional<String> address, List<Piece> pieces, String figure) {
    public Row {
      pieces = List.copyOf(pieces);
    }
  }

  /// A rectangle.
  public record Piece(int x, int width, String look) {}

  /// A bar before it is drawn.
  ///
  /// @param values one for each part
  record Value(String name, Optional<String> address, List<Long> values, String figure) {
    Value {
      values = List.copyOf(values);
    }

    long sum() {
      return values.stream().mapToLong(Long::longValue).sum();
    }
  }

  static Bars of(String title, List<Part> parts, List<Value> values) {
    long most = Math.max(1, values.stream().mapToLong(Value::sum).max().orElse(1));
    return new Bars(
        title,
        parts.size() > 1 ? parts : List.of(),
        values.stream().map(value -> row(value, parts, most)).toList());
  }

  private static Row row(Value value, List<Part> parts, long most) {
    List<Piece> pieces = new ArrayList<>();
    int x = 0;
    for (int i = 0; i < parts.size(); i++) {
      int width = length(value.values.get(i), most);
      if (width > 0) {
        pieces.add(new Piece(x, width, parts.get(i).look()));
      }
      x += width;
    }
    return new Row(value.name, value.address, pieces, value.figure);
  }

  private static int length(long value, long most) {
    return value == 0 ? 0 : Math.max(LEAST, Math.toIntExact(value * LONGEST / most));
  }
}
