package org.vigie.server.bank.file;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.vigie.hashlist.BadLine;
import org.vigie.hashlist.Flaw;

/// What is wrong with a file: the first lines, and how many there are.
public final class Defects {
  /// How many lines are told.
  public static final int TOLD = 100;

  private final List<BadLine> lines = new ArrayList<>();
  private long count;

  /// Adds one.
  public void add(long line, Flaw flaw) {
    addAll(List.of(new BadLine(line, flaw)), 1);
  }

  /// Adds several.
  ///
  /// @param first the first of them
  public void addAll(List<BadLine> first, long all) {
    count += all;
    lines.addAll(first);
    if (lines.size() > 2 * TOLD) {
      List<BadLine> kept = told();
      lines.clear();
      lines.addAll(kept);
    }
  }

  /// Returns the first, in the order of the file.
  public List<BadLine> told() {
    return lines.stream()
        .sorted(Comparator.comparingLong(BadLine::line))
        .limit(TOLD)
        .toList();
  }

  /// Returns how many there are, told or not.
  public long count() {
    return count;
  }
}
