package org.vigie.hashlist;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How each line of a list that goes line by line is written. The first line that says something
/// decides for all.
enum LineShape {
  /// A value, with or without its type.
  PLAIN(ListForm.PLAIN) {
    @Override
    void read(long number, String line, Entries entries) {
      int colon = line.indexOf(':');
      if (entries.refuseUnlessText(number, line)) {
        return;
      }
      if (colon >= 0) {
        entries.add(number, line.substring(0, colon), line.substring(colon + 1), "", Remarks.NONE);
        return;
      }
      switch (line.length()) {
        case MD5_DIGITS -> entries.add(number, "md5", line, "", Remarks.NONE);
        case SHA1_DIGITS -> entries.add(number, "sha1", line, "", Remarks.NONE);
        case WIDE_DIGITS -> entries.addBare(number, line);
        default -> entries.refuse(number, HashListDefect.WRONG_LENGTH.of(line.length()));
      }
    }
  },
  /// `DIGEST  name`, `DIGEST *name`, `SHA256 (name) = DIGEST`; a backslash first says that the
  /// name is escaped. The names are not read, and may be any bytes.
  CHECKSUM(ListForm.CHECKSUMS) {
    @Override
    void read(long number, String line, Entries entries) {
      Optional<String> digest = digest(line);
      if (digest.isEmpty()) {
        entries.refuse(number, HashListDefect.NOT_A_CHECKSUM.of());
        return;
      }
      String type = DIGESTS.get(digest.get().length());
      if (type == null) {
        entries.refuse(number, HashListDefect.UNSUPPORTED_DIGEST.of(digest.get().length()));
      } else {
        entries.add(number, type, digest.get(), "", Remarks.NONE);
      }
    }
  },
  /// `pdq VALUE …`; later words are not read.
  SIGNAL(ListForm.THREATEXCHANGE) {
    @Override
    void read(long number, String line, Entries entries) {
      List<String> words = List.of(line.split(" ", 3));
      String type = ThreatExchange.TYPES.get(words.getFirst());
      if (words.size() < 2) {
        entries.refuse(number, HashListDefect.NOT_OF_THREATEXCHANGE.of());
      } else {
        // An unknown type is reported as such.
        entries.add(number, type == null ? "" : type, words.get(1), "", Remarks.NONE);
      }
    }
  };

  private static final int MD5_DIGITS = 32;
  private static final int SHA1_DIGITS = 40;
  private static final int WIDE_DIGITS = 64;
  private static final Map<Integer, String> DIGESTS =
      Map.of(MD5_DIGITS, "md5", SHA1_DIGITS, "sha1", WIDE_DIGITS, "sha256");

  /// All lengths of checksums, so that unsupported ones are reported as such.
  private static final Pattern GNU =
      Pattern.compile("\\\\?((?:[0-9A-Fa-f]{8}){4,16}) [ *].+", Pattern.DOTALL);

  private static final Pattern BSD =
      Pattern.compile("\\\\?[A-Z0-9/-]{3,12} \\(.+\\) = ([0-9A-Fa-f]{32,128})", Pattern.DOTALL);

  private final ListForm form;

  LineShape(ListForm form) {
    this.form = form;
  }

  /// Returns the form of a list of such lines.
  ListForm form() {
    return form;
  }

  /// Returns the shape of a list by its first line that says something.
  static LineShape of(String line) {
    if (digest(line).isPresent()) {
      return CHECKSUM;
    }
    int space = line.indexOf(' ');
    return space > 0 && ThreatExchange.TYPES.containsKey(line.substring(0, space)) ? SIGNAL : PLAIN;
  }

  private static Optional<String> digest(String line) {
    for (Pattern pattern : List.of(GNU, BSD)) {
      Matcher matcher = pattern.matcher(line);
      if (matcher.matches()) {
        return Optional.of(matcher.group(1));
      }
    }
    return Optional.empty();
  }

  /// Reads a line that is neither empty nor a comment.
  abstract void read(long number, String line, Entries entries);
}
