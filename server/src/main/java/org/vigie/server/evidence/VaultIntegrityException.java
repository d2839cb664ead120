package org.vigie.server.evidence;

/// What is stored is not what was sealed.
public final class VaultIntegrityException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String evidence;

  public VaultIntegrityException(EvidenceId evidence, Throwable cause) {
    super("sealed object does not match its digest", cause);
    this.evidence = evidence.reference();
  }

  public String evidence() {
    return evidence;
  }
}
