package org.vigie.server.access;

/// The name of a person among colleagues: 1 to 100 characters, no control characters, no space at
/// its ends.
public record PersonName(String value) {
  public PersonName {
    if (!isValid(value)) {
      throw new IllegalArgumentException(
          "a name has 1 to 100 characters, no control characters" + " and no space at its ends");
    }
  }

  /// Returns whether a text can be such a name.
  public static boolean isValid(String text) {
    return KeyName.isValid(text);
  }

  /// Hides the name, as this may end up in a log.
  @Override
  public String toString() {
    return "PersonName[]";
  }
}
