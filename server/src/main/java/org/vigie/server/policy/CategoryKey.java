package org.vigie.server.policy;

import java.util.regex.Pattern;

/// Names a category of the catalogue: `child-sexual-abuse-material`.
///
/// @param value small letters, digits and hyphens, a letter first, at most 63
public record CategoryKey(String value) {
  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,62}");

  public CategoryKey {
    if (!isWellFormed(value)) {
      throw new IllegalArgumentException(
          "a category is named by small letters, digits and hyphens, a letter first, at most 63");
    }
  }

  /// Returns whether a text can name a category.
  public static boolean isWellFormed(String text) {
    return FORM.matcher(text).matches();
  }
}
