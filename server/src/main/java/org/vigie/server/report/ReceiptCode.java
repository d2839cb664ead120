package org.vigie.server.report;

import java.util.regex.Pattern;

/// What a reporter keeps: it alone shows the state of a notice, without an account.
///
/// Text form: 20 of the letters `A` to `Z` and the digits 2 to 7, in groups of five with
/// hyphens: 100 bits of chance. Only its SHA-256 is stored.
public record ReceiptCode(String value) {
  private static final Pattern FORM = Pattern.compile("[A-Z2-7]{5}(-[A-Z2-7]{5}){3}");

  public ReceiptCode {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("a receipt code has four groups of five");
    }
  }

  @Override
  public String toString() {
    return "ReceiptCode[…]";
  }
}
