package org.vigie.server.access;

import java.util.regex.Pattern;

/// Identifies an API key: the part of it that is not secret, 12 of the letters `a` to `z` and
/// the digits 2 to 7.
public record KeyId(String value) {
  private static final Pattern FORM = Pattern.compile("[a-z2-7]{12}");

  public KeyId {
    if (!isValid(value)) {
      throw new IllegalArgumentException(
          "an API key is identified by 12 of the letters a to z and the digits 2 to 7");
    }
  }

  /// Returns whether a text can be such an identifier.
  public static boolean isValid(String text) {
    return FORM.matcher(text).matches();
  }
}
