package org.vigie.server.access.web;

import org.springframework.http.HttpStatus;
import org.vigie.server.frame.ProblemType;

/// Why a key that is right is refused all the same.
final class KeyProblems {
  /// Its end has come.
  public static final ProblemType EXPIRED =
      new ProblemType("key-expired", HttpStatus.UNAUTHORIZED, "The API key has expired.");

  /// It is bound to networks, and the request is not known to come from one of them.
  public static final ProblemType NETWORK = ProblemType.refused(
      "key-not-from-this-network", "The API key may not be used from this network.");

  /// It is for tests, and the call has no test mode.
  public static final ProblemType NOT_IN_TEST_MODE = ProblemType.refused(
      "not-in-test-mode", "The API key is for tests, and this call has no test mode.");

  static final String ASK_FOR_KEY =
      "Ask an administrator for a new key, or for the new secret of this one.";
  static final String ASK_FOR_NETWORK =
      "Ask an administrator for a key that may be used from here.";
  static final String USE_A_REAL_KEY =
      "Use a key that is not for tests; docs/api/testing.md lists the calls with a test mode.";

  private KeyProblems() {}
}
