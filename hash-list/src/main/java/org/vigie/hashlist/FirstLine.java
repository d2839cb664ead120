package org.vigie.hashlist;

import java.io.BufferedReader;
import java.io.IOException;

/// Peeks at the first line of a text that has content.
final class FirstLine {
  private static final int ENOUGH = 8_192;

  private FirstLine() {}

  /// Returns the first line that has more than separators and quotes in it, or as much of it as
  /// lies in the first 8,192 characters; empty if there is none.
  static String peek(BufferedReader text) throws IOException {
    char[] start = new char[ENOUGH];
    text.mark(ENOUGH);
    int length = 0;
    for (int n = 0; n >= 0 && length < ENOUGH; n = text.read(start, length, ENOUGH - length)) {
      length += n;
    }
    text.reset();
    return new String(start, 0, length)
        .lines()
        .filter(line -> !isEmpty(line))
        .findFirst()
        .orElse("");
  }

  /// Returns whether a line is as empty as spreadsheets write it.
  private static boolean isEmpty(String line) {
    return line.chars().allMatch(c -> c == ',' || c == ';' || c == '\t' || c == '"');
  }
}
