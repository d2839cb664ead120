package org.vigie.cli;

/// The exit statuses of commands; the highest that applies wins.
final class ExitStatus {
  /// Everything was done, and nothing was found.
  static final int CLEAR = 0;

  /// Something was found.
  static final int FOUND = 1;

  /// Something failed, so the answer is incomplete, even if matches were found.
  static final int FAILED = 2;

  private ExitStatus() {}
}
