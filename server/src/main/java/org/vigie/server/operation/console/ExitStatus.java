package org.vigie.server.operation.console;

/// The exit statuses of commands. A command that a signal ends has 128 plus the signal's number:
/// 130 after Ctrl-C, 143 after a request to terminate.
public final class ExitStatus {
  /// Done as asked.
  public static final int DONE = 0;

  /// Done, and something is worrying.
  public static final int WORRYING = 1;

  /// Refused or failed; standard error says why.
  public static final int FAILED = 2;

  private ExitStatus() {}
}
