package org.vigie.server.report.answering;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The code that a reporter keeps. It shows the state of a notice without an account.
///
/// Text form: 20 of the letters `A` to `Z` and the digits 2 to 7, in groups of five with
/// hyphens: 100 bits of chance. Only its SHA-256 is stored.
public record ReceiptCode(String value) {
  private static final Pattern FORM = Pattern.compile("[A-Z2-7]{5}(-[A-Z2-7]{5}){3}");
  private static final Pattern GROUPS = Pattern.compile(".{5}(?=.)");

  public ReceiptCode {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("a receipt code has four groups of five");
    }
  }

  /// Reads a code as people copy it: letters of either case, with or without hyphens and spaces.
  public static Optional<ReceiptCode> typed(String text) {
    String letters = text.replaceAll("[-\\s]", "").toUpperCase(Locale.ROOT);
    return Optional.of(GROUPS.matcher(letters).replaceAll("$0-"))
        .filter(code -> FORM.matcher(code).matches())
        .map(ReceiptCode::new);
  }

  @Override
  public String toString() {
    return "ReceiptCode[…]";
  }
}
