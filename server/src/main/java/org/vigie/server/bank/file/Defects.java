package org.vigie.server.bank.file;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.vigie.hashlist.BadLine;
import org.vigie.hashlist.Flaw;
import org.vigie.hashlist.HashListDefect;
import org.vigie.hashlist.ReadingTerms;
import org.vigie.hashlist.SkipLimit;

/// The defects of a file: the first lines, and the number of all.
public final class Defects {
  /// The most lines that are reported.
  public static final int MOST_REPORTED = 100;

  private final List<BadLine> lines = new ArrayList<>();
  private long count;
  private boolean broken;

  /// Adds one.
  public void add(long line, Flaw flaw) {
    addAll(List.of(new BadLine(line, flaw)), 1);
  }

  /// Adds one of the whole file, which skipping lines does not cure.
  public void breakAll(long line, Flaw flaw) {
    breakAll(List.of(new BadLine(line, flaw)), 1);
  }

  /// Adds several of the whole file, which skipping lines does not cure.
  ///
  /// @param first the first of them
  public void breakAll(List<BadLine> first, long all) {
    broken = true;
    addAll(first, all);
  }

  /// Adds several.
  ///
  /// @param first the first of them
  public void addAll(List<BadLine> first, long all) {
    count += all;
    lines.addAll(first);
    if (lines.size() > 2 * MOST_REPORTED) {
      List<BadLine> kept = reported();
      lines.clear();
      lines.addAll(kept);
    }
  }

  /// Returns whether the file can be used on some terms: it has no defects, or few bad lines that
  /// may be skipped. Adds a defect if there are too many.
  ///
  /// @param good the number of good lines
  public boolean allow(ReadingTerms terms, long good) {
    long limit = SkipLimit.of(good, count);
    if (terms.skipBadLines() && !broken && count > limit) {
      breakAll(reported().getFirst().line(), HashListDefect.TOO_MANY_TO_SKIP.of(count, limit));
    }
    return count == 0 || terms.skipBadLines() && !broken;
  }

  /// Returns the first, in the order of the file.
  public List<BadLine> reported() {
    return lines.stream()
        .sorted(Comparator.comparingLong(BadLine::line))
        .limit(MOST_REPORTED)
        .toList();
  }

  /// Returns the number of defects, reported or not.
  public long count() {
    return count;
  }
}
