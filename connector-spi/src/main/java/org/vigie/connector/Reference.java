package org.vigie.connector;

/// The messenger's own name for a room, an account or a message.
///
/// @param value 1 to 255 characters, without control characters and unpaired surrogates
public record Reference(String value) {
  public static final int MOST_CHARACTERS = 255;

  public Reference {
    if (value.isEmpty() || value.length() > MOST_CHARACTERS) {
      throw new IllegalArgumentException("a reference has 1 to 255 characters");
    }
    if (value.codePoints().anyMatch(Reference::isUnusable)) {
      throw new IllegalArgumentException(
          "a reference has no control characters and no unpaired surrogates");
    }
  }

  private static boolean isUnusable(int character) {
    return Character.isISOControl(character) || Character.getType(character) == Character.SURROGATE;
  }

  /// Returns a fixed word: names of accounts and rooms do not belong in logs.
  @Override
  public String toString() {
    return "Reference";
  }
}
