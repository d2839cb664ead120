package org.vigie.server.frame;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.transaction.TransactionSystemException;

/// The database cannot be reached at the moment. The current transaction may or may not have been
/// committed; callers may retry soon.
public final class DatabaseOutage {
  private static final String CONNECTION_EXCEPTIONS = "08";
  private static final String DISK_FULL = "53100";

  /// Shut down on purpose, after a crash, or still starting; its slots are taken.
  private static final Set<String> STATES = Set.of("57P01", "57P02", "57P03", "53300");

  private DatabaseOutage() {}

  /// Returns whether a failure, or one of its causes, says so.
  public static boolean isCauseOf(Throwable failure) {
    return Stream.iterate(failure, Throwable::getCause)
        .takeWhile(cause -> cause != null)
        .anyMatch(DatabaseOutage::isOutage);
  }

  private static boolean isOutage(Throwable cause) {
    return switch (cause) {
      case SQLException sql -> isOutage(sql);
      // the rollback failed, too, without saying why
      case TransactionSystemException e
      when e.getApplicationException() != null -> isCauseOf(e.getApplicationException());
      default -> false;
    };
  }

  private static boolean isOutage(SQLException sql) {
    String state = String.valueOf(sql.getSQLState());
    return sql instanceof SQLTransientConnectionException
        || state.startsWith(CONNECTION_EXCEPTIONS)
        || STATES.contains(state);
  }

  /// Returns whether a failure, or one of its causes, says that PostgreSQL's disk is full.
  public static boolean isDiskFull(Throwable failure) {
    return Stream.iterate(failure, Throwable::getCause)
        .takeWhile(cause -> cause != null)
        .anyMatch(
            cause -> cause instanceof SQLException sql && DISK_FULL.equals(sql.getSQLState()));
  }
}
