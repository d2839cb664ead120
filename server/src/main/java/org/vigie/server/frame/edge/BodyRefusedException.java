package org.vigie.server.frame.edge;

import java.io.IOException;
import java.util.Map;
import org.vigie.server.frame.Problem;
import org.vigie.server.frame.ProblemCause;
import org.vigie.server.frame.ProblemType;

/// A body is not read any further.
final class BodyRefusedException extends IOException implements ProblemCause {
  private final Cause cause;
  private final long limit;

  /// @param limit bytes
  BodyRefusedException(Cause cause, long limit) {
    super(cause.sentence);
    this.cause = cause;
    this.limit = limit;
  }

  /// Why.
  enum Cause {
    TOO_LARGE(ProblemType.TOO_LARGE, "The body is larger than what is accepted here."),
    TOO_SLOW(ProblemType.TOO_SLOW, "The body did not arrive in time.");

    private final ProblemType type;
    private final String sentence;

    Cause(ProblemType type, String sentence) {
      this.type = type;
      this.sentence = sentence;
    }
  }

  @Override
  public Problem problem() {
    return switch (cause) {
      case TOO_LARGE -> new Problem(cause.type, cause.sentence, Map.of("limit", limit));
      case TOO_SLOW -> new Problem(cause.type, cause.sentence);
    };
  }
}
