package org.vigie.server.evidence;

import org.vigie.server.access.GrantApproval;

/// How agreeing to a destruction ended.
public sealed interface DestructionAgreement {
  /// Two people agreed; a hold may still forbid it, and then the request goes on to wait.
  record Agreed(EvidenceId id, Destruction destruction) implements DestructionAgreement {}

  /// It was not agreed to.
  record NotAgreed(GrantApproval why) implements DestructionAgreement {}
}
