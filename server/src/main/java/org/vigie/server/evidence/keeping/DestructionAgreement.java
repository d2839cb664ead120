package org.vigie.server.evidence.keeping;

import org.vigie.server.access.GrantApproval;
import org.vigie.server.evidence.EvidenceId;

/// The outcome of agreeing to a destruction.
public sealed interface DestructionAgreement {
  /// Two people agreed; a hold may still forbid it, and the request then stays pending.
  record Agreed(EvidenceId id, Destruction destruction) implements DestructionAgreement {}

  /// It was not agreed to.
  record NotAgreed(GrantApproval why) implements DestructionAgreement {}
}
