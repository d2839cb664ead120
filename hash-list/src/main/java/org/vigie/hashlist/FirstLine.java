package org.vigie.hashlist;

import java.io.BufferedReader;
import java.io.IOException;

/// A look at the first line of a text, without taking it away.
final class FirstLine {
  private static final int ENOUGH = 1_024;

  private FirstLine() {}

  /// Returns the first line, or its first 1,024 characters; empty if there is none.
  static String peek(BufferedReader text) throws IOException {
    StringBuilder line = new StringBuilder();
    text.mark(ENOUGH);
    for (int c = text.read(); isPart(c) && line.length() < ENOUGH - 1; c = text.read()) {
      line.append((char) c);
    }
    text.reset();
    return line.toString();
  }

  private static boolean isPart(int c) {
    return c != -1 && c != '\n' && c != '\r';
  }
}
