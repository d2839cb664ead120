package org.vigie.server.bank;

import org.vigie.server.frame.Problem;
import org.vigie.server.frame.ProblemCause;
import org.vigie.server.frame.ProblemType;

/// The index has not caught up with the database yet, so it answers nothing about any content.
public final class IndexNotLoadedException extends RuntimeException implements ProblemCause {
  public IndexNotLoadedException() {
    super("The index is not loaded yet.");
  }

  @Override
  public Problem problem() {
    return new Problem(ProblemType.NOT_READY, "The index is not loaded yet.").retryAfter(2);
  }

  @Override
  public String getMessage() {
    return "The index is not loaded yet.";
  }
}
