package org.vigie.server.evidence.vault;

import org.vigie.server.evidence.EvidenceId;
import org.vigie.server.evidence.custody.EvidenceProblems;
import org.vigie.server.frame.Problem;
import org.vigie.server.frame.ProblemCause;

/// Evidence was requested without a grant in force.
public final class EvidenceRefusedException extends RuntimeException implements ProblemCause {
  private static final long serialVersionUID = 1;

  private final String evidence;

  public EvidenceRefusedException(EvidenceId evidence) {
    super("no grant that stands covers this evidence");
    this.evidence = evidence.reference();
  }

  @Override
  public Problem problem() {
    return new Problem(EvidenceProblems.REFUSED, "No grant that stands covers this evidence.");
  }

  public String evidence() {
    return evidence;
  }
}
