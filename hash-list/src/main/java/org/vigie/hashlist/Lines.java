package org.vigie.hashlist;

import java.io.IOException;
import java.io.Reader;

/// The lines of a text, of bounded length, however long those of the text are.
///
/// Lines end with LF, CRLF or CR. Threads: one at a time.
final class Lines {
  /// The most characters of a line.
  static final int LONGEST = 16_384;

  private final Reader text;
  private final char[] buffer = new char[8_192];
  private final StringBuilder line = new StringBuilder();
  private int at;
  private int end;
  private boolean afterReturn;
  private boolean tooLong;
  private long number;

  Lines(Reader text) {
    this.text = text;
  }

  /// Reads the next line; returns false at the end of the text.
  boolean next() throws IOException {
    line.setLength(0);
    tooLong = false;
    number++;
    boolean any = false;
    for (int c = read(); c >= 0; c = read()) {
      any = true;
      if (c == '\n' || c == '\r') {
        afterReturn = c == '\r';
        return true;
      }
      append((char) c);
    }
    return any;
  }

  private void append(char c) {
    tooLong |= line.length() == LONGEST;
    if (!tooLong) {
      line.append(c);
    }
  }

  /// Returns the next character, passing over the second half of a CRLF.
  private int read() throws IOException {
    int c = readAny();
    if (afterReturn && c == '\n') {
      c = readAny();
    }
    afterReturn = false;
    return c;
  }

  private int readAny() throws IOException {
    if (at == end) {
      at = 0;
      end = Math.max(0, text.read(buffer, 0, buffer.length));
    }
    return at < end ? buffer[at++] : -1;
  }

  /// Returns the line without its end, cut at [#LONGEST].
  String text() {
    return line.toString();
  }

  /// Returns whether the line is longer than [#LONGEST].
  boolean isTooLong() {
    return tooLong;
  }

  /// Returns the number of the line, from 1.
  long number() {
    return number;
  }
}
