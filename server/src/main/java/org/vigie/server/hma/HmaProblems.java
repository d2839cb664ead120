package org.vigie.server.hma;

import java.util.Map;
import org.vigie.server.frame.ProblemException;
import org.vigie.server.frame.ProblemType;

/// What HMA answers when a call cannot be answered as asked: a status and a message.
public final class HmaProblems {
  private HmaProblems() {}

  /// Returns a problem with the status 400.
  public static ProblemException bad(String message) {
    return new ProblemException(ProblemType.MALFORMED_REQUEST, message, Map.of());
  }

  /// Returns a problem with the status 403: HMA's for a name that is taken.
  public static ProblemException forbidden(String message) {
    return new ProblemException(ProblemType.FORBIDDEN, message, Map.of());
  }

  /// Returns a problem with the status 404.
  public static ProblemException notFound(String message) {
    return new ProblemException(ProblemType.NOT_FOUND, message, Map.of());
  }

  /// Returns a problem with the status 413.
  public static ProblemException tooLarge(long limit) {
    return new ProblemException(
        ProblemType.TOO_LARGE, "The content has more than " + limit + " bytes.", Map.of());
  }
}
