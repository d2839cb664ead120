package org.vigie.server.report.checking;

import java.util.Optional;

/// Checks texts of notices.
final class NoticeText {
  private NoticeText() {}

  /// The lines that a text may have.
  enum Lines {
    ONE,
    SEVERAL
  }

  /// Checks a text of one line that must not be empty.
  static void checkLine(String field, String text, int longest) {
    if (text.isBlank()) {
      throw new MalformedNoticeException(field, Defect.MISSING);
    }
    check(field, text, longest, Lines.ONE);
  }

  /// @throws MalformedNoticeException if it is too long or cannot be stored
  static void check(String field, String text, int longest, Lines lines) {
    if (text.length() > longest) {
      throw new MalformedNoticeException(
          field,
          Defect.TOO_LONG,
          Optional.of(new MalformedNoticeException.Excess(text.length(), longest)));
    }
    if (text.codePoints().anyMatch(character -> !isReadable(character, lines))) {
      throw new MalformedNoticeException(field, Defect.UNREADABLE);
    }
  }

  private static boolean isReadable(int character, Lines lines) {
    boolean layout = character == '\n' || character == '\r' || character == '\t';
    return lines == Lines.SEVERAL && layout
        || !Character.isISOControl(character)
            && Character.getType(character) != Character.SURROGATE;
  }
}
