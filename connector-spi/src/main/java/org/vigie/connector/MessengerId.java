package org.vigie.connector;

import java.util.regex.Pattern;

/// The operator's name for one messenger that Vigie serves, such as `chat` or `forum-eu`.
///
/// @param value 1 to 63 characters: a small letter, then small letters, digits and hyphens
public record MessengerId(String value) {
  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,62}");

  /// The messenger of servers whose operator names none, and of all that was stored before
  /// messengers had names.
  public static final MessengerId MAIN = new MessengerId("main");

  public MessengerId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "a messenger's name has 1 to 63 characters: a small letter, then small letters, digits"
              + " and hyphens");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
