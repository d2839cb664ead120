package org.vigie.server.frame.edge;

import java.util.Map;
import org.apache.coyote.BadRequestException;
import org.vigie.server.frame.Problem;
import org.vigie.server.frame.ProblemCause;
import org.vigie.server.frame.ProblemType;

/// A body is not read any further. Tomcat takes any other failure of reading for a caller who has
/// gone, and closes the connection without an answer.
final class BodyRefusedException extends BadRequestException implements ProblemCause {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  private BodyRefusedException(Problem problem) {
    super(problem.detail());
    this.problem = problem;
  }

  /// @param limit bytes
  static BodyRefusedException tooLarge(long limit) {
    return new BodyRefusedException(new Problem(
        ProblemType.TOO_LARGE,
        "The body is larger than what is accepted here.",
        Map.of("limit", limit)));
  }

  /// @param limit bytes that this field could still have
  static BodyRefusedException fieldTooLarge(String field, int limit) {
    return new BodyRefusedException(new Problem(
        ProblemType.TOO_LARGE,
        "A field of the form is longer than what is accepted; only files may be.",
        Map.of("field", field, "limit", limit)));
  }

  static BodyRefusedException tooSlow() {
    return new BodyRefusedException(
        new Problem(ProblemType.TOO_SLOW, "The body did not arrive in time."));
  }

  static BodyRefusedException noMemory() {
    return new BodyRefusedException(new Problem(
            ProblemType.TOO_MANY_REQUESTS,
            "As many bodies as this server holds are under way; this one was read no further.")
        .retryAfter(1));
  }

  @Override
  public Problem problem() {
    return problem;
  }
}
