package org.vigie.cli;

/// What the exit status of a command says; the highest that applies wins.
final class ExitStatus {
  /// Everything was done, and nothing was found.
  static final int CLEAR = 0;

  /// Something was found.
  static final int FOUND = 1;

  /// Something failed, so the answer is not complete, whatever else was found.
  static final int FAILED = 2;

  private ExitStatus() {}
}
