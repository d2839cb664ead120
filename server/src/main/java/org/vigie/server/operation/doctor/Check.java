package org.vigie.server.operation.doctor;

/// One thing on which a good run depends.
public interface Check {
  /// Returns the subject of the check, in one or two words.
  String name();

  /// Looks at it now.
  Outcome examine();
}
