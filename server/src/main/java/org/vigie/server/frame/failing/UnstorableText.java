package org.vigie.server.frame.failing;

import java.sql.SQLException;
import java.util.stream.Stream;
import org.vigie.server.frame.Problem;
import org.vigie.server.frame.ProblemType;

/// A text of a request with a character that PostgreSQL has no place for: U+0000.
final class UnstorableText {
  static final Problem PROBLEM = new Problem(
      ProblemType.MALFORMED_REQUEST, "A text has a character that cannot be stored (U+0000).");

  /// "Character not in repertoire".
  private static final String STATE = "22021";

  private UnstorableText() {}

  /// Returns whether a failure, or one of its causes, says so.
  static boolean isCauseOf(Throwable failure) {
    return Stream.iterate(failure, Throwable::getCause)
        .takeWhile(cause -> cause != null)
        .anyMatch(cause -> cause instanceof SQLException sql && STATE.equals(sql.getSQLState()));
  }
}
