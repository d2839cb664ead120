package org.vigie.server.report;

import org.vigie.server.frame.EnumWords;

/// The ground of a notice: the law, or the rules of the messenger.
public enum Ground {
  /// A legal notice, Regulation (EU) 2022/2065, Art. 16.
  ILLEGAL,
  /// A report that content breaks the rules of the messenger.
  RULES;

  /// Returns the word in JSON: `illegal`.
  public String word() {
    return EnumWords.of(this);
  }
}
