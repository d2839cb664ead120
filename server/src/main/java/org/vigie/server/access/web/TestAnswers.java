package org.vigie.server.access.web;

import jakarta.servlet.http.HttpServletResponse;
import org.vigie.server.access.Caller;

/// Marks the answers to keys for tests, refusals included.
final class TestAnswers {
  /// Has the value `true` on every answer to a key for tests, and is on no other.
  static final String HEADER = "Vigie-Test";

  private TestAnswers() {}

  static void mark(Caller caller, HttpServletResponse response) {
    if (caller instanceof Caller.TestKey) {
      response.setHeader(HEADER, "true");
    }
  }
}
