package org.vigie.server.hma.vocabulary;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.vigie.server.frame.ProblemException;
import org.vigie.server.frame.ProblemType;

/// HMA's answers to calls that fail: a status and a message.
public final class HmaProblems {
  public static final ProblemType PARAMETER_MISSING =
      ProblemType.senseless("hma-parameter-missing", "A parameter is missing.");

  public static final ProblemType NOT_BUILT = new ProblemType(
      "hma-not-built", HttpStatus.NOT_IMPLEMENTED, "Vigie does not offer this part of HMA.");

  private HmaProblems() {}

  /// Returns a problem with the status 400.
  public static ProblemException bad(String message) {
    return new ProblemException(ProblemType.MALFORMED_REQUEST, message, Map.of());
  }

  /// Returns a problem with the status 422: HMA's for a parameter that is not there.
  public static ProblemException missing(String parameter) {
    return new ProblemException(
        PARAMETER_MISSING, "The parameter " + parameter + " is missing.", Map.of());
  }

  /// Returns a problem with the status 501.
  public static ProblemException notBuilt(String message) {
    return new ProblemException(NOT_BUILT, message, Map.of());
  }

  /// Returns a problem with the status 403: HMA's for a name that is taken.
  public static ProblemException forbidden(String message) {
    return new ProblemException(ProblemType.FORBIDDEN, message, Map.of());
  }

  /// Returns a problem with the status 404.
  public static ProblemException notFound(String message) {
    return new ProblemException(ProblemType.NOT_FOUND, message, Map.of());
  }

  /// Returns a problem with the status 429.
  public static ProblemException busy(String message) {
    return new ProblemException(ProblemType.TOO_MANY_REQUESTS, message, Map.of());
  }

  /// Returns a problem with the status 413.
  public static ProblemException tooLarge(long limit) {
    return new ProblemException(
        ProblemType.TOO_LARGE, "The content has more than " + limit + " bytes.", Map.of());
  }
}
