package org.vigie.server.access;

/// The name of an API key: 1 to 100 characters, no control characters, no space at its ends.
public record KeyName(String value) {
  private static final int MAX_LENGTH = 100;

  public KeyName {
    if (!isValid(value)) {
      throw new IllegalArgumentException("the name of an API key has 1 to " + MAX_LENGTH
          + " characters, no control characters and no space at its ends");
    }
  }

  /// Returns whether a text can be such a name.
  public static boolean isValid(String text) {
    return !text.isEmpty()
        && text.length() <= MAX_LENGTH
        && text.equals(text.strip())
        && text.codePoints().noneMatch(Character::isISOControl);
  }
}
