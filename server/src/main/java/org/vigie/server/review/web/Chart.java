package org.vigie.server.review.web;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Columns side by side, each of one or two parts, with its sum above and its name below; drawn
/// as SVG by the server. The numbers are in the table behind it.
///
/// @param title for those who do not see it
/// @param width and height of the drawing, in its own units
/// @param ground the base of the columns
/// @param parts the names of the two parts; empty if there is one
public record Chart(
    String title,
    int width,
    int height,
    int ground,
    List<String> parts,
    List<Bar> bars,
    List<Label> labels) {
  private static final int COLUMN = 28;
  private static final int GAP = 14;
  private static final int WIDE_GAP = 60;
  private static final int SHORT_NAME = 6;
  private static final int TALLEST = 110;
  private static final int ABOVE = 16;
  private static final int BELOW = 20;
  private static final int GROUND = ABOVE + TALLEST;
  private static final int LINE = 14;

  public Chart {
    parts = List.copyOf(parts);
    bars = List.copyOf(bars);
    labels = List.copyOf(labels);
  }

  /// A rectangle.
  ///
  /// @param look `first` or `second`
  public record Bar(int x, int y, int width, int height, String look) {}

  /// Words in the middle above or below a column.
  public record Label(int x, int y, String text) {}

  /// A column, from the ground up.
  ///
  /// @param name short, perhaps empty
  record Column(String name, long first, long second) {
    long sum() {
      return first + second;
    }
  }

  static Chart of(String title, List<String> parts, List<Column> columns) {
    long most = Math.max(1, columns.stream().mapToLong(Column::sum).max().orElse(1));
    int gap =
        columns.stream().allMatch(each -> each.name().length() <= SHORT_NAME) ? GAP : WIDE_GAP;
    return new Chart(
        title,
        Math.max(1, columns.size()) * (COLUMN + gap),
        GROUND + BELOW,
        GROUND,
        parts,
        each(columns).flatMap(i -> bars(left(i, gap), columns.get(i), most)).toList(),
        each(columns).flatMap(i -> labels(left(i, gap), columns.get(i), most)).toList());
  }

  private static Stream<Integer> each(List<Column> columns) {
    return IntStream.range(0, columns.size()).boxed();
  }

  private static int left(int place, int gap) {
    return gap / 2 + place * (COLUMN + gap);
  }

  private static int tall(long part, long most) {
    return (int) (part * TALLEST / most);
  }

  private static Stream<Bar> bars(int left, Column column, long most) {
    int first = tall(column.first(), most);
    int second = tall(column.second(), most);
    return Stream.of(
            new Bar(left, GROUND - first, COLUMN, first, "first"),
            new Bar(left, GROUND - first - second, COLUMN, second, "second"))
        .filter(bar -> bar.height() > 0);
  }

  private static Stream<Label> labels(int left, Column column, long most) {
    int middle = left + COLUMN / 2;
    int top = GROUND - tall(column.first(), most) - tall(column.second(), most);
    return Stream.of(
            new Label(middle, top - 4, column.sum() == 0 ? "" : Long.toString(column.sum())),
            new Label(middle, GROUND + LINE, column.name()))
        .filter(label -> !label.text().isEmpty());
  }
}
