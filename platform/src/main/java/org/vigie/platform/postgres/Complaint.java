package org.vigie.platform.postgres;

import java.util.List;
import java.util.regex.Pattern;

/// Finds the error message in the output of one of PostgreSQL's programs.
final class Complaint {
  private static final Pattern FATAL = Pattern.compile("\\b(FATAL|PANIC|error): +");

  private Complaint() {}

  /// Returns the last line that is marked as fatal, without its mark, else the last line.
  static String in(String output) {
    List<String> lines = output.lines().filter(line -> !line.isBlank()).toList();
    for (String line : lines.reversed()) {
      var mark = FATAL.matcher(line);
      if (mark.find()) {
        return line.substring(mark.end());
      }
    }
    return lines.isEmpty() ? "it said nothing" : lines.getLast();
  }
}
