package org.vigie.server.evidence.keeping;

import org.vigie.server.evidence.HoldId;
import org.vigie.server.evidence.custody.EvidenceProblems;
import org.vigie.server.frame.Problem;
import org.vigie.server.frame.ProblemCause;

/// There is no such hold.
public final class UnknownHoldException extends RuntimeException implements ProblemCause {
  private static final long serialVersionUID = 1;

  private final String hold;

  public UnknownHoldException(HoldId hold) {
    super("there is no such hold");
    this.hold = hold.value().toString();
  }

  @Override
  public Problem problem() {
    return new Problem(EvidenceProblems.NO_SUCH_HOLD, "There is no such hold.");
  }

  public String hold() {
    return hold;
  }
}
