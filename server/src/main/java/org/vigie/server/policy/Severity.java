package org.vigie.server.policy;

import java.util.Locale;

/// How grave a category is, the gravest last.
public enum Severity {
  LOW,
  MEDIUM,
  HIGH,
  CRITICAL;

  /// Returns the word in YAML and JSON: `high`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
