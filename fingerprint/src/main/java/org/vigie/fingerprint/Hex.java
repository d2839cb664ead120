package org.vigie.fingerprint;

import java.util.HexFormat;

/// Strict hexadecimal: an exact number of digits in either case, nothing before, between or after.
final class Hex {
  private static final HexFormat LOWER = HexFormat.of();

  private Hex() {}

  static byte[] parse(SignalType type, String text, int bytes) {
    int digits = 2 * bytes;
    if (text.length() != digits) {
      throw new MalformedSignalException(
          type, "expected " + digits + " hex digits, found " + text.length() + " characters");
    }
    for (int i = 0; i < digits; i++) {
      if (!HexFormat.isHexDigit(text.charAt(i))) {
        throw new MalformedSignalException(type, "character " + (i + 1) + " is not a hex digit");
      }
    }
    return LOWER.parseHex(text);
  }

  static String print(byte[] bytes) {
    return LOWER.formatHex(bytes);
  }
}
