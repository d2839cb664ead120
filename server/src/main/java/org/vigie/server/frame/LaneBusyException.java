package org.vigie.server.frame;

import java.sql.SQLTransientConnectionException;

/// All connections of a [Lane] were in use for longer than its callers wait. The database itself
/// can be reached.
public final class LaneBusyException extends SQLTransientConnectionException {
  private static final long serialVersionUID = 1L;

  private final Lane lane;

  public LaneBusyException(Lane lane, Throwable cause) {
    super("all connections of a lane are in use", cause);
    this.lane = lane;
  }

  public Lane lane() {
    return lane;
  }

  /// Returns whether a failure, or one of its causes, says so.
  public static boolean isCauseOf(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof LaneBusyException) {
        return true;
      }
    }
    return false;
  }
}
