package org.vigie.server.evidence;

/// There is no such object, or it was destroyed.
public final class EvidenceGoneException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String evidence;

  public EvidenceGoneException(EvidenceId evidence) {
    super("there is no such evidence, or it was destroyed");
    this.evidence = evidence.reference();
  }

  public String evidence() {
    return evidence;
  }
}
