package org.vigie.server.policy;

import org.vigie.server.frame.EnumWords;

/// Whether a measure is taken at once or needs a person.
public enum Confirmation {
  AUTOMATIC,
  HUMAN;

  /// Returns the word in YAML and JSON: `human`.
  public String word() {
    return EnumWords.of(this);
  }
}
