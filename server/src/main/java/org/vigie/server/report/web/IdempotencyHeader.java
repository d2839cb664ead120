package org.vigie.server.report.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.vigie.connector.IdempotencyKey;
import org.vigie.server.frame.ProblemException;

/// The header by which a program repeats a call.
final class IdempotencyHeader {
  private static final String NAME = "Idempotency-Key";

  private IdempotencyHeader() {}

  /// @throws ProblemException if it is there and no key, or comes twice
  static Optional<IdempotencyKey> of(HttpServletRequest request) {
    List<String> sent = Collections.list(request.getHeaders(NAME));
    if (sent.size() > 1) {
      throw ProblemException.ofField(NAME, "The header comes twice.");
    }
    try {
      return sent.stream().map(IdempotencyKey::new).findFirst();
    } catch (IllegalArgumentException _) {
      throw ProblemException.ofField(
          NAME, "An idempotency key has 1 to 255 visible ASCII characters.");
    }
  }
}
