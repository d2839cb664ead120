package org.vigie.server.bank;

import java.util.regex.Pattern;

/// The name of a bank: capitals, digits and underscores, at most 255.
public record BankName(String value) {
  private static final Pattern FORM = Pattern.compile("[A-Z0-9_]{1,255}");

  public BankName {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "a bank is named by capitals, digits and underscores, at most 255");
    }
  }
}
