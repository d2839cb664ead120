package org.vigie.server.frame;

import java.util.Map;

/// A request that cannot be answered as asked; the edge turns it into a problem document.
public final class ProblemException extends RuntimeException {
  private final transient Problem problem;

  /// @param problem the answer to the caller; without content, signals or names
  public ProblemException(Problem problem) {
    super(problem.detail());
    this.problem = problem;
  }

  /// @param detail the error and its place, for the caller; without content, signals or names
  /// @param fields further members of the problem document, such as `field` or `line`
  public ProblemException(ProblemType type, String detail, Map<String, Object> fields) {
    this(new Problem(type, detail, fields));
  }

  /// Returns a problem with one field of the request.
  ///
  /// @param field its path in the request: `signals[3].value`
  public static ProblemException ofField(String field, String detail) {
    return new ProblemException(ProblemType.INVALID_FIELD, detail, Map.of("field", field));
  }

  /// Returns the answer to the caller.
  public Problem problem() {
    return problem;
  }

  public ProblemType type() {
    return problem.type();
  }

  public Map<String, Object> fields() {
    return problem.fields();
  }
}
