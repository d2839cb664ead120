package org.vigie.server.policy;

import java.util.Locale;

/// A measure against content, the mildest first; the word in YAML and JSON is the name in small
/// letters with hyphens.
public enum Measure {
  NONE,
  LABEL,
  AGE_RESTRICT,
  DEMOTE,
  /// Out of sight, but kept: reversible.
  QUARANTINE,
  /// Out of sight, and the account may not post until a person has looked.
  QUARANTINE_AND_PAUSE_ACCOUNT;

  /// Returns the word in YAML and JSON: `age-restrict`.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
