package org.vigie.server.evidence.keeping;

import org.vigie.server.access.GrantApproval;
import org.vigie.server.evidence.EvidenceId;

/// How agreeing to a destruction ended.
public sealed interface DestructionAgreement {
  /// Two people agreed; a hold may still forbid it, and then the request goes on to wait.
  record Agreed(EvidenceId id, Destruction destruction) implements DestructionAgreement {}

  /// It was not agreed to.
  record NotAgreed(GrantApproval why) implements DestructionAgreement {}
}
