package org.vigie.server.policy.text;

import java.util.List;

/// A text is not a catalogue.
public final class MalformedPolicyException extends RuntimeException {
  private final transient List<PolicyProblem> problems;

  /// @param problems all problems, in the order of the text
  public MalformedPolicyException(List<PolicyProblem> problems) {
    super("the text is not a policy catalogue");
    if (problems.isEmpty()) {
      throw new IllegalArgumentException("a malformed catalogue has a problem");
    }
    this.problems = List.copyOf(problems);
  }

  /// Returns all problems, in the order of the text.
  public List<PolicyProblem> problems() {
    return problems;
  }
}
