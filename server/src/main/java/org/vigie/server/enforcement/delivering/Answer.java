package org.vigie.server.enforcement.delivering;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.vigie.connector.Outcome;
import org.vigie.connector.Reason;
import org.vigie.server.enforcement.actions.Ending;
import org.vigie.server.enforcement.actions.Progress;
import org.vigie.server.outbox.Delivery;

/// The answer of a connector as the outbox carries it: the word of an [Ending], and perhaps a
/// reason: `PARTIAL archive`.
final class Answer {
  /// The longest that a messenger can hold up its own actions.
  private static final Duration LONGEST = Duration.ofHours(1);

  private Answer() {}

  static Delivery delivery(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done _ -> delivered(Ending.DONE);
      case Outcome.Already _ -> delivered(Ending.ALREADY);
      case Outcome.Partial(Reason missing) -> delivered(Ending.PARTIAL, missing);
      case Outcome.Unsupported _ -> delivered(Ending.UNSUPPORTED);
      case Outcome.Denied(Reason reason) -> delivered(Ending.DENIED, reason);
      case Outcome.RetryAfter(Duration time) ->
        new Delivery.Deferred(time.compareTo(LONGEST) > 0 ? LONGEST : time);
    };
  }

  private static Delivery delivered(Ending ending) {
    return new Delivery.Delivered(ending.name());
  }

  private static Delivery delivered(Ending ending, Reason reason) {
    return new Delivery.Delivered(ending + " " + reason.word());
  }

  /// Reads an answer.
  static Progress.Ended ended(Delivery.Delivered delivered, Instant at) {
    String[] parts = delivered.answer().split(" ", 2);
    Optional<String> reason = parts.length > 1 ? Optional.of(parts[1]) : Optional.empty();
    return new Progress.Ended(Ending.valueOf(parts[0]), reason, at);
  }
}
