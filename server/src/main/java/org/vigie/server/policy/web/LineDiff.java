package org.vigie.server.policy.web;

import java.util.ArrayList;
import java.util.List;

/// Compares two texts line by line.
///
/* Equal lines at both ends are set aside. The lines between are compared by the longest common
subsequence, a table of n * m numbers; where that would be too large, everything between counts as
replaced, which is true if not concise. */
final class LineDiff {
  private static final int LARGEST_TABLE = 4_000_000;
  private static final int CONTEXT = 3;

  private final List<String> before;
  private final List<String> after;
  private final List<Line> lines = new ArrayList<>();

  private LineDiff(List<String> before, List<String> after) {
    this.before = before;
    this.after = after;
  }

  /// A line of the comparison.
  ///
  /// @param number in the newer text; in the older one if it was removed
  record Line(Kind kind, int number, String text) {}

  /// The kind of a line.
  enum Kind {
    SAME,
    ADDED,
    REMOVED
  }

  /// Returns the lines that are different, each with three around it, in groups.
  static List<List<Line>> groups(String before, String after) {
    return grouped(lines(before, after));
  }

  /// Returns every line of both texts.
  static List<Line> lines(String before, String after) {
    LineDiff diff = new LineDiff(before.lines().toList(), after.lines().toList());
    diff.compare();
    return diff.lines;
  }

  private void compare() {
    int start = commonStart();
    int end = commonEnd(start);
    same(0, start);
    between(start, before.size() - end, after.size() - end);
    same(after.size() - end, after.size());
  }

  private int commonStart() {
    int most = Math.min(before.size(), after.size());
    int common = 0;
    while (common < most && before.get(common).equals(after.get(common))) {
      common++;
    }
    return common;
  }

  private int commonEnd(int start) {
    int most = Math.min(before.size(), after.size()) - start;
    int common = 0;
    while (common < most
        && before.get(before.size() - 1 - common).equals(after.get(after.size() - 1 - common))) {
      common++;
    }
    return common;
  }

  private void same(int from, int to) {
    for (int i = from; i < to; i++) {
      lines.add(new Line(Kind.SAME, i + 1, after.get(i)));
    }
  }

  private void between(int start, int beforeEnd, int afterEnd) {
    int[][] common = table(start, beforeEnd, afterEnd);
    int i = start;
    int j = start;
    while (i < beforeEnd || j < afterEnd) {
      if (i < beforeEnd && j < afterEnd && pairs(common, i - start, j - start)) {
        lines.add(new Line(Kind.SAME, j + 1, after.get(j)));
        i++;
        j++;
      } else if (i < beforeEnd && (j == afterEnd || removes(common, i - start, j - start))) {
        lines.add(new Line(Kind.REMOVED, i + 1, before.get(i)));
        i++;
      } else {
        lines.add(new Line(Kind.ADDED, j + 1, after.get(j)));
        j++;
      }
    }
  }

  private static boolean pairs(int[][] common, int i, int j) {
    return common.length > 0 && common[i][j] > common[i + 1][j] && common[i][j] > common[i][j + 1];
  }

  private static boolean removes(int[][] common, int i, int j) {
    return common.length == 0 || common[i + 1][j] >= common[i][j + 1];
  }

  /// Returns the number of common lines after each pair of places; empty if too large.
  private int[][] table(int start, int beforeEnd, int afterEnd) {
    int rows = beforeEnd - start;
    int columns = afterEnd - start;
    if ((long) rows * columns > LARGEST_TABLE) {
      return new int[0][];
    }
    int[][] common = new int[rows + 1][columns + 1];
    for (int i = rows - 1; i >= 0; i--) {
      for (int j = columns - 1; j >= 0; j--) {
        common[i][j] = before.get(start + i).equals(after.get(start + j))
            ? common[i + 1][j + 1] + 1
            : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }

  private static List<List<Line>> grouped(List<Line> lines) {
    List<List<Line>> groups = new ArrayList<>();
    int last = -1;
    for (int i = 0; i < lines.size(); i++) {
      if (isNearAChange(lines, i)) {
        if (last != i - 1 || groups.isEmpty()) {
          groups.add(new ArrayList<>());
        }
        groups.getLast().add(lines.get(i));
        last = i;
      }
    }
    return groups;
  }

  private static boolean isNearAChange(List<Line> lines, int at) {
    int from = Math.max(0, at - CONTEXT);
    int to = Math.min(lines.size(), at + CONTEXT + 1);
    return lines.subList(from, to).stream().anyMatch(line -> line.kind() != Kind.SAME);
  }
}
