package org.vigie.server.review.web;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Columns side by side, each of one or two parts; drawn as SVG by the server. The numbers stand
/// in the table behind it.
///
/// @param title for those who do not see it
/// @param width and height of the drawing, in its own units
public record Chart(String title, int width, int height, List<Bar> bars) {
  private static final int COLUMN = 24;
  private static final int GAP = 8;
  private static final int HEIGHT = 120;

  public Chart {
    bars = List.copyOf(bars);
  }

  /// A rectangle.
  ///
  /// @param look `first` or `second`
  public record Bar(int x, int y, int width, int height, String look) {}

  /// A column, from the ground up.
  record Column(long first, long second) {
    long sum() {
      return first + second;
    }
  }

  static Chart of(String title, List<Column> columns) {
    long most = Math.max(1, columns.stream().mapToLong(Column::sum).max().orElse(1));
    List<Bar> bars = IntStream.range(0, columns.size())
        .boxed()
        .flatMap(place -> bars(place, columns.get(place), most))
        .toList();
    return new Chart(title, Math.max(1, columns.size()) * (COLUMN + GAP), HEIGHT, bars);
  }

  private static Stream<Bar> bars(int place, Column column, long most) {
    int x = place * (COLUMN + GAP);
    int first = (int) (column.first() * HEIGHT / most);
    int second = (int) (column.second() * HEIGHT / most);
    return Stream.of(
            new Bar(x, HEIGHT - first, COLUMN, first, "first"),
            new Bar(x, HEIGHT - first - second, COLUMN, second, "second"))
        .filter(bar -> bar.height() > 0);
  }
}
