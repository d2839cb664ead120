package org.vigie.hashlist;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.vigie.hashlist.Entries.Written;

/// The output of hashdeep: `%%%% HASHDEEP-1.0`, `%%%% size,md5,sha256,filename`, comments with
/// `##`, then a row a file. The name is the last field and may contain commas; it is not read.
final class HashdeepForm {
  private static final String MARK = "%%%% ";
  private static final String VERSION = "%%%% HASHDEEP-1.0";

  private final Entries entries;
  private List<String> columns = List.of();

  HashdeepForm(Entries entries) {
    this.entries = entries;
  }

  static boolean isFirstLine(String line) {
    return line.startsWith(VERSION);
  }

  void read(BufferedReader text) throws IOException {
    entries.recognise(ListForm.HASHDEEP);
    Lines lines = new Lines(text);
    while (lines.next()) {
      String line = lines.text();
      if (lines.isTooLong()) {
        entries.refuse(lines.number(), HashListDefect.LINE_TOO_LONG.of(Lines.LONGEST));
      } else if (line.startsWith(MARK)) {
        header(lines.number(), line);
      } else if (!line.isEmpty() && line.charAt(0) != '#') {
        row(lines.number(), line);
      }
    }
  }

  /// Several outputs may follow one another, each with its header.
  private void header(long number, String line) {
    if (line.equals(VERSION)) {
      columns = List.of();
      return;
    }
    columns = List.of(line.substring(MARK.length()).split(",", -1));
    if (columns.stream().noneMatch(DigestColumns.TYPES::containsKey)) {
      entries.refuseAll(number, HashListDefect.NO_DIGEST_COLUMN.of());
    }
  }

  private void row(long number, String line) {
    if (columns.isEmpty()) {
      entries.refuse(number, HashListDefect.NO_DIGEST_COLUMN.of());
      return;
    }
    List<String> fields = List.of(line.split(",", columns.size()));
    if (fields.size() < columns.size()) {
      entries.refuse(number, HashListDefect.WRONG_COLUMN_COUNT.of(columns.size(), fields.size()));
      return;
    }
    List<Written> digests = digests(fields);
    if (!digests.isEmpty()) {
      entries.addAll(number, digests, "", Remarks.NONE);
    }
  }

  private List<Written> digests(List<String> fields) {
    List<Written> digests = new ArrayList<>();
    for (String type : List.of("md5", "sha1", "sha256")) {
      int place = columns.indexOf(type);
      if (place >= 0) {
        digests.add(new Written(type, fields.get(place)));
      }
    }
    return digests;
  }
}
