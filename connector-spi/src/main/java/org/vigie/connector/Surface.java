package org.vigie.connector;

import java.util.Locale;

/// Where content was shared; the word in JSON is the name in small letters.
public enum Surface {
  /// Anybody can see it: channels, open groups, profiles.
  PUBLIC,
  /// Only members can see it. Not scanned unless the operator switches that on.
  PRIVATE,
  /// End-to-end encrypted. Not scanned unless the operator switches that on.
  ENCRYPTED;

  /// Returns the word in JSON: `public`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
