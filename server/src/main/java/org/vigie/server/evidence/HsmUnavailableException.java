package org.vigie.server.evidence;

import org.vigie.server.frame.Problem;
import org.vigie.server.frame.ProblemCause;
import org.vigie.server.frame.ProblemType;

/// The hardware security module cannot be used; the message names the remedy. Nothing was sealed or
/// opened.
public final class HsmUnavailableException extends RuntimeException implements ProblemCause {
  private static final long serialVersionUID = 1;
  private static final long AGAIN_SECONDS = 30;

  public HsmUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }

  @Override
  public Problem problem() {
    return new Problem(
            ProblemType.NOT_READY, "The keys of sealed evidence cannot be used. Nothing was done.")
        .retryAfter(AGAIN_SECONDS);
  }
}
