package org.vigie.server.review.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Columns side by side, one for each day, drawn as SVG by the server. The numbers are in the table
/// behind it.
///
/// @param title the accessible name: the subject, the days, and the highest column
/// @param width of the drawing, in its own units; it is stretched to the width of the page
/// @param most the figure of the highest column, in words
/// @param parts the names of the parts of a column; empty if there is one
/// @param ticks the names of days beneath it, at even distances
public record Chart(
    String title,
    int width,
    String most,
    List<Bars.Part> parts,
    List<Block> blocks,
    List<String> ticks) {
  /// The height of the drawing, which the highest column fills.
  public static final int HEIGHT = 200;

  private static final int COLUMN = 14;
  private static final int STEP = 20;
  private static final int LEAST = 3;
  private static final int NAMED = 5;

  public Chart {
    parts = List.copyOf(parts);
    blocks = List.copyOf(blocks);
    ticks = List.copyOf(ticks);
  }

  /// A rectangle.
  ///
  /// @param hint the text under the pointer
  public record Block(int x, int y, int width, int height, String look, String hint) {}

  /// A column, from the ground up.
  ///
  /// @param values one for each part
  /// @param hint its day and its figures
  record Column(String name, List<Long> values, String hint) {
    Column {
      values = List.copyOf(values);
    }

    long sum() {
      return values.stream().mapToLong(Long::longValue).sum();
    }
  }

  static Chart of(String title, String most, List<Bars.Part> parts, List<Column> columns) {
    long highest = Math.max(1, columns.stream().mapToLong(Column::sum).max().orElse(1));
    return new Chart(
        title,
        Math.max(1, columns.size()) * STEP,
        most,
        parts.size() > 1 ? parts : List.of(),
        IntStream.range(0, columns.size())
            .boxed()
            .flatMap(place -> blocks(place, columns.get(place), parts, highest))
            .toList(),
        IntStream.range(0, columns.size())
            .filter(place -> place % NAMED == 0)
            .mapToObj(place -> columns.get(place).name())
            .toList());
  }

  private static Stream<Block> blocks(
      int place, Column column, List<Bars.Part> parts, long highest) {
    List<Block> blocks = new ArrayList<>();
    int top = HEIGHT;
    for (int i = 0; i < parts.size(); i++) {
      int height = height(column.values.get(i), highest);
      top -= height;
      int left = place * STEP + (STEP - COLUMN) / 2;
      blocks.add(new Block(left, top, COLUMN, height, parts.get(i).look(), column.hint));
    }
    return blocks.stream().filter(block -> block.height > 0);
  }

  private static int height(long value, long highest) {
    return value == 0 ? 0 : Math.max(LEAST, Math.toIntExact(value * HEIGHT / highest));
  }
}
