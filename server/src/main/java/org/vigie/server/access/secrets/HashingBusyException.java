package org.vigie.server.access.secrets;

import java.time.Duration;
import org.vigie.server.frame.Problem;
import org.vigie.server.frame.ProblemCause;
import org.vigie.server.frame.ProblemType;

/// The queue of passwords to hash is full.
public final class HashingBusyException extends RuntimeException implements ProblemCause {
  HashingBusyException() {
    super("too many passwords wait to be hashed");
  }

  /// Returns how long to wait before a retry.
  public static Duration retryAfter() {
    return PasswordHashing.RETRY_AFTER;
  }

  @Override
  public Problem problem() {
    return new Problem(ProblemType.TOO_MANY_REQUESTS, "Many people are signing in at the moment.")
        .retryAfter(retryAfter().toSeconds());
  }
}
