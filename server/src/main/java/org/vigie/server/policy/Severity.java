package org.vigie.server.policy;

import org.vigie.server.frame.EnumWords;

/// The severity of a category, the gravest last.
public enum Severity {
  LOW,
  MEDIUM,
  HIGH,
  CRITICAL;

  /// Returns the word in YAML and JSON: `high`.
  public String word() {
    return EnumWords.of(this);
  }
}
