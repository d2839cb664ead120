package org.vigie.hashlist;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The forms with one entry a line; empty lines and lines that begin with `#` are ignored.
final class LinesForm {
  /// As `threatexchange` prints several collaborations, whose names may be anything.
  private static final Pattern NAMED = Pattern.compile("(['\"]).*\\1 [a-z0-9_]+ .+");

  private final Entries entries;
  private @Nullable LineShape shape;

  LinesForm(Entries entries) {
    this.entries = entries;
  }

  /// Returns whether a first line, which is no header, belongs to one of these forms, good or bad.
  static boolean takes(String line) {
    return !CsvHeader.isTable(line)
        || LineShape.of(line) != LineShape.PLAIN
        || NAMED.matcher(line).matches();
  }

  void read(BufferedReader text) throws IOException {
    Lines lines = new Lines(text);
    while (lines.next()) {
      String line = lines.text();
      if (lines.isTooLong()) {
        entries.refuse(lines.number(), HashListDefect.LINE_TOO_LONG.of(Lines.LONGEST));
      } else if (!line.isEmpty() && line.charAt(0) != '#') {
        shape(lines.number(), line).read(lines.number(), line, entries);
      }
    }
  }

  private LineShape shape(long number, String line) {
    LineShape known = shape;
    if (known == null) {
      if (NAMED.matcher(line).matches()) {
        entries.refuseAll(number, HashListDefect.NAMED_COLLABORATION.of());
      }
      known = LineShape.of(line);
      entries.recognise(known.form());
      shape = known;
    }
    return known;
  }
}
