package org.vigie.hashlist;

/// A line of a hash list that breaks the format.
///
/// @param line counted from 1
public record BadLine(long line, Flaw flaw) {
  /// Returns one English clause, without the signal itself.
  public String reason() {
    return flaw.reason();
  }
}
