package org.vigie.server.evidence;

/// Evidence was asked for without a grant that stands.
public final class EvidenceRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String evidence;

  public EvidenceRefusedException(EvidenceId evidence) {
    super("no grant that stands covers this evidence");
    this.evidence = evidence.reference();
  }

  public String evidence() {
    return evidence;
  }
}
