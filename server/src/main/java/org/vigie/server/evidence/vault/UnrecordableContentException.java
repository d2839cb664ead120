package org.vigie.server.evidence.vault;

import org.vigie.server.evidence.EvidenceId;

/// Sealed content was put too long ago to be recorded: the sweep of orphans may have removed it.
public final class UnrecordableContentException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String evidence;

  UnrecordableContentException(EvidenceId evidence) {
    super("sealed content was put too long ago to be recorded");
    this.evidence = evidence.reference();
  }

  public String evidence() {
    return evidence;
  }
}
