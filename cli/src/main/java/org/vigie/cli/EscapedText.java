package org.vigie.cli;

/// Text that cannot break a row, nor play tricks on a terminal.
///
/// A backslash becomes `\\`, tab `\t`, line feed `\n`, carriage return `\r`; every other control
/// character, line and paragraph separators, lone surrogates and the characters that turn the
/// direction of writing become a backslash, the letter u and four hex digits. Everything else
/// stays.
final class EscapedText {
  private EscapedText() {}

  static String of(String text) {
    if (text.chars().noneMatch(EscapedText::isEscaped)
        && text.codePoints().noneMatch(EscapedText::isSurrogate)) {
      return text;
    }
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(c -> append(escaped, c));
    return escaped.toString();
  }

  private static void append(StringBuilder escaped, int c) {
    switch (c) {
      case '\\' -> escaped.append("\\\\");
      case '\t' -> escaped.append("\\t");
      case '\n' -> escaped.append("\\n");
      case '\r' -> escaped.append("\\r");
      default -> {
        if (isEscaped(c) || isSurrogate(c)) {
          escaped.append(String.format("\\u%04x", c));
        } else {
          escaped.appendCodePoint(c);
        }
      }
    }
  }

  private static boolean isEscaped(int c) {
    return c == '\\' || Character.isISOControl(c) || isSeparator(c) || turnsDirection(c);
  }

  private static boolean isSeparator(int c) {
    return c == 0x2028 || c == 0x2029;
  }

  private static boolean turnsDirection(int c) {
    return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
  }

  /// A surrogate among code points has lost its other half.
  private static boolean isSurrogate(int c) {
    return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
  }
}
