package org.vigie.connector;

import java.time.Duration;

/// How a messenger answered when it was asked for an [Action].
public sealed interface Outcome {
  /// It is done.
  record Done() implements Outcome {}

  /// It was so already, or the target is gone.
  record Already() implements Outcome {}

  /// A part is done, and the rest cannot be done.
  ///
  /// @param missing names the rest, such as `archive`
  record Partial(Reason missing) implements Outcome {}

  /// The messenger cannot do this kind of action at all.
  record Unsupported() implements Outcome {}

  /// Nothing was done. Vigie asks this messenger for nothing until the time is over.
  record RetryAfter(Duration time) implements Outcome {
    public RetryAfter {
      if (time.isNegative()) {
        throw new IllegalArgumentException("a wait is not negative");
      }
    }
  }

  /// The messenger refuses this action for good.
  record Denied(Reason reason) implements Outcome {}
}
