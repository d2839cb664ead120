package org.vigie.server.evidence.custody;

import org.springframework.http.HttpStatus;
import org.vigie.server.frame.ProblemType;

/// The problems that only evidence has.
public final class EvidenceProblems {
  public static final ProblemType GONE = new ProblemType(
      "evidence-gone", HttpStatus.GONE, "There is no such evidence, or it was destroyed.");

  public static final ProblemType NO_SUCH_HOLD =
      ProblemType.missing("no-such-hold", "There is no such hold.");

  public static final ProblemType REFUSED =
      ProblemType.refused("evidence-refused", "No grant that stands covers this evidence.");

  public static final ProblemType DAMAGED = new ProblemType(
      "evidence-damaged",
      HttpStatus.INTERNAL_SERVER_ERROR,
      "The stored content differs from the sealed content.");

  private EvidenceProblems() {}
}
