package org.vigie.server.policy;

import org.vigie.server.frame.EnumWords;

/// Where content was shared; the word in JSON is the name in small letters.
public enum Surface {
  /// Everybody can see it: channels, open groups, profiles.
  PUBLIC,
  /// Only people who were let in can see it. Not scanned unless the operator's switch is on.
  PRIVATE,
  /// End-to-end encrypted. Not scanned unless the operator's switch is on.
  ENCRYPTED;

  /// Returns the word in JSON: `public`.
  public String word() {
    return EnumWords.of(this);
  }
}
