package org.vigie.hashlist;

import java.io.BufferedReader;
import java.io.IOException;

/// The plain form: one value a line, its type told by a prefix or by its length.
final class PlainForm {
  private static final int MD5_DIGITS = 32;
  private static final int SHA1_DIGITS = 40;
  private static final int PDQ_DIGITS = 64;

  private final Entries entries;

  PlainForm(Entries entries) {
    this.entries = entries;
  }

  void read(BufferedReader text) throws IOException {
    long number = 0;
    for (String line = text.readLine(); line != null; line = text.readLine()) {
      number++;
      if (!line.isEmpty() && line.charAt(0) != '#' && !entries.refuseUnlessText(number, line)) {
        readValue(number, line);
      }
    }
  }

  private void readValue(long number, String line) {
    int colon = line.indexOf(':');
    if (colon >= 0) {
      entries.add(number, line.substring(0, colon), line.substring(colon + 1), "", Remarks.NONE);
      return;
    }
    switch (line.length()) {
      case MD5_DIGITS -> entries.add(number, "md5", line, "", Remarks.NONE);
      case SHA1_DIGITS -> entries.add(number, "sha1", line, "", Remarks.NONE);
      case PDQ_DIGITS -> entries.add(number, "pdq", line, "", Remarks.NONE);
      default -> entries.refuse(number, HashListDefect.WRONG_LENGTH.of(line.length()));
    }
  }
}
