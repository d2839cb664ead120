package org.vigie.server.evidence.custody;

import org.vigie.server.evidence.EvidenceId;
import org.vigie.server.frame.Problem;
import org.vigie.server.frame.ProblemCause;

/// There is no such object, or it was destroyed.
public final class EvidenceGoneException extends RuntimeException implements ProblemCause {
  private static final long serialVersionUID = 1;

  private final String evidence;

  public EvidenceGoneException(EvidenceId evidence) {
    super("there is no such evidence, or it was destroyed");
    this.evidence = evidence.reference();
  }

  @Override
  public Problem problem() {
    return new Problem(EvidenceProblems.GONE, "There is no such evidence, or it was destroyed.");
  }

  public String evidence() {
    return evidence;
  }
}
