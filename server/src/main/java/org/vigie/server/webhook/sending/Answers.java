package org.vigie.server.webhook.sending;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.vigie.connector.Outcome;
import org.vigie.connector.Reason;
import org.vigie.server.frame.Json;
import org.vigie.server.outbound.OutboundAnswer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Reads answers of receivers, as `docs/formats/webhook.md` specifies them.
final class Answers {
  /// The longest body of an answer.
  static final int MOST_BYTES = 4096;

  /// The wait that a receiver asks for who names none.
  static final Duration USUAL_WAIT = Duration.ofSeconds(30);

  private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);

  /// These say of a delivery, not of its action, that it was not accepted: it was not verified, or
  /// did not arrive whole.
  private static final Set<Integer> OF_THE_DELIVERY = Set.of(401, 403, 407, 408, 421, 425);

  private Answers() {}

  /// Returns the outcome that an answer tells.
  ///
  /// @throws UnknownOutcomeException if it tells none
  static Outcome outcome(OutboundAnswer answer, Instant now) throws UnknownOutcomeException {
    int status = answer.status();
    return switch (status) {
      case 200 -> written(answer.body());
      case 202 -> throw new UnknownOutcomeException.NotYetDone();
      case 204 -> new Outcome.Done();
      case 429, 503 -> new Outcome.RetryAfter(bounded(answer.retryAfter(now).orElse(USUAL_WAIT)));
      default -> ofStatus(status);
    };
  }

  private static Duration bounded(Duration wait) {
    if (wait.compareTo(SHORTEST_WAIT) < 0) {
      return SHORTEST_WAIT;
    }
    return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
  }

  private static Outcome ofStatus(int status) throws UnknownOutcomeException {
    if (status < 300) {
      throw new UnknownOutcomeException.MalformedAnswer();
    }
    if (status < 400 || status >= 500 || OF_THE_DELIVERY.contains(status)) {
      throw new UnknownOutcomeException.NotAccepted();
    }
    return new Outcome.Denied(new Reason("http-" + status));
  }

  private static Outcome written(byte[] body) throws UnknownOutcomeException {
    JsonNode answer = json(body);
    boolean reasoned = answer.has("reason");
    if (!answer.isObject() || answer.size() != (reasoned ? 2 : 1)) {
      throw new UnknownOutcomeException.MalformedAnswer();
    }
    String outcome = word(answer, "outcome");
    return reasoned ? withReason(outcome, word(answer, "reason")) : withoutReason(outcome);
  }

  private static JsonNode json(byte[] body) throws UnknownOutcomeException {
    try {
      return Json.strict().readTree(body);
    } catch (JacksonException _) {
      throw new UnknownOutcomeException.MalformedAnswer();
    }
  }

  private static String word(JsonNode answer, String field) throws UnknownOutcomeException {
    JsonNode word = answer.path(field);
    if (!word.isString()) {
      throw new UnknownOutcomeException.MalformedAnswer();
    }
    return word.stringValue();
  }

  private static Outcome withoutReason(String outcome) throws UnknownOutcomeException {
    return switch (outcome) {
      case "done" -> new Outcome.Done();
      case "already" -> new Outcome.Already();
      case "unsupported" -> new Outcome.Unsupported();
      default -> throw new UnknownOutcomeException.MalformedAnswer();
    };
  }

  private static Outcome withReason(String outcome, String reason) throws UnknownOutcomeException {
    return switch (outcome) {
      case "partial" -> new Outcome.Partial(reason(reason));
      case "denied" -> new Outcome.Denied(reason(reason));
      default -> throw new UnknownOutcomeException.MalformedAnswer();
    };
  }

  private static Reason reason(String word) throws UnknownOutcomeException {
    try {
      return new Reason(word);
    } catch (IllegalArgumentException _) {
      throw new UnknownOutcomeException.MalformedAnswer();
    }
  }
}
