package org.vigie.server.evidence.vault;

import org.vigie.server.evidence.EvidenceId;
import org.vigie.server.evidence.custody.EvidenceProblems;
import org.vigie.server.frame.Problem;
import org.vigie.server.frame.ProblemCause;

/// The stored content differs from the sealed content.
public final class VaultIntegrityException extends RuntimeException implements ProblemCause {
  private static final long serialVersionUID = 1;

  private final String evidence;

  public VaultIntegrityException(EvidenceId evidence, Throwable cause) {
    super("sealed object does not match its digest", cause);
    this.evidence = evidence.reference();
  }

  @Override
  public Problem problem() {
    return new Problem(
        EvidenceProblems.DAMAGED,
        "The stored content differs from the sealed content. Nothing of it is shown.");
  }

  public String evidence() {
    return evidence;
  }
}
