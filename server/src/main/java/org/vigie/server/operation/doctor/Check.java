package org.vigie.server.operation.doctor;

/// One thing on which a good run depends.
public interface Check {
  /// Returns the subject of the check, in one or two words.
  String name();

  /// Performs the check.
  Outcome examine();
}
