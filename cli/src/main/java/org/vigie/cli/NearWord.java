package org.vigie.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/// A word as it was typed, and which known words may have been meant by it.
///
/// Near is up to two slips: a letter too many, too few or wrong, or two neighbours exchanged
/// (the restricted Damerau-Levenshtein distance). Where that is no less than the word is long,
/// nothing of it need be left, so shorter words have fewer.
record NearWord(String typed) {
  private static final int MOST_SLIPS = 2;

  /// Returns the known words that are nearest, if any is near.
  List<String> among(Collection<String> known) {
    int most = Math.min(MOST_SLIPS, typed.length() - 1);
    int nearest = known.stream().mapToInt(this::slips).min().orElse(Integer.MAX_VALUE);
    return nearest > most
        ? List.of()
        : known.stream()
            .filter(word -> slips(word) == nearest)
            .sorted(Comparator.naturalOrder())
            .toList();
  }

  /// Returns how many slips lie between the two words.
  int slips(String meant) {
    int[][] table = new int[typed.length() + 1][meant.length() + 1];
    for (int i = 0; i <= typed.length(); i++) {
      for (int j = 0; j <= meant.length(); j++) {
        table[i][j] = i == 0 || j == 0 ? i + j : cell(table, i, j, meant);
      }
    }
    return table[typed.length()][meant.length()];
  }

  private int cell(int[][] table, int i, int j, String meant) {
    boolean same = typed.charAt(i - 1) == meant.charAt(j - 1);
    int least = Math.min(
        table[i - 1][j - 1] + (same ? 0 : 1), 1 + Math.min(table[i - 1][j], table[i][j - 1]));
    return isExchange(i, j, meant) ? Math.min(least, table[i - 2][j - 2] + 1) : least;
  }

  private boolean isExchange(int i, int j, String meant) {
    return i > 1
        && j > 1
        && typed.charAt(i - 1) == meant.charAt(j - 2)
        && typed.charAt(i - 2) == meant.charAt(j - 1);
  }
}
