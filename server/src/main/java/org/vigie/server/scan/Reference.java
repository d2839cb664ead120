package org.vigie.server.scan;

/// The messenger's own name for a room, an account or a message.
///
/// @param value 1 to 255 characters, none of them a control character or half of a pair
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

  /// Prints nothing of the name: it does not belong in logs.
  @Override
  public String toString() {
    return "Reference";
  }
}
