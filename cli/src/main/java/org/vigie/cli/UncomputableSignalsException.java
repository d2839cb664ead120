package org.vigie.cli;

/// Says that a list holds signals that no command computes.
final class UncomputableSignalsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String list;
  private final String types;

  UncomputableSignalsException(String list, String types) {
    super("hash list has signals that are not computed");
    this.list = list;
    this.types = types;
  }

  String list() {
    return list;
  }

  /// Returns the identifiers of the types, separated by commas.
  String types() {
    return types;
  }
}
