package org.vigie.server.access;

import java.util.Locale;
import java.util.regex.Pattern;

/// The address for a person's invitation and sign-in, in lower case.
public record EmailAddress(String value) {
  private static final Pattern FORM =
      Pattern.compile("[^@\\s\\p{Cntrl}]{1,64}@[^@\\s\\p{Cntrl}]{1,189}");

  public EmailAddress {
    value = value.toLowerCase(Locale.ROOT);
    if (!isValid(value)) {
      throw new IllegalArgumentException(
          "an e-mail address has one @ and no spaces, at most 254 characters");
    }
  }

  /// Returns whether a text can be such an address.
  public static boolean isValid(String text) {
    return FORM.matcher(text).matches();
  }

  /// Hides the address, as this may end up in a log.
  @Override
  public String toString() {
    return "EmailAddress[]";
  }
}
