package org.vigie.server.access;

import java.util.EnumSet;
import java.util.Set;
import org.springframework.security.core.GrantedAuthority;

/// One act that a caller may be allowed to do. Roles and key scopes are sets of these.
public enum Permission implements GrantedAuthority {
  /// Submit media and look signals up.
  SCAN,
  /// See the first page: counts and states.
  OVERVIEW_READ,
  /// See banks, members and their history, without media.
  BANKS_READ,
  /// Add, change and withdraw banks and members; import and export.
  BANKS_WRITE,
  /// Restore members that the flood guard set aside.
  FLOOD_DECIDE,
  /// Drop a picture and see why it matches or not.
  DEBUG_MATCHES,
  /// See scans and their outcomes.
  SCANS_READ,
  POLICY_READ,
  POLICY_WRITE,
  PEOPLE_READ,
  PEOPLE_WRITE,
  KEYS_READ,
  KEYS_WRITE,
  /// Read the ledger.
  LEDGER_READ,
  /// Read the metrics.
  METRICS_READ,
  /// Change one's own credentials and settings; every person may.
  OWN_ACCOUNT,
  /// See cases: their history, decisions and notes, without sealed evidence.
  CASES_READ,
  /// See the figures about the team's work and about quality.
  INSIGHTS_READ,
  /// Claim and decide cases, and open their evidence.
  CASES_DECIDE,
  /// Lead reviewers: queues, quality, wellness.
  CASES_LEAD,
  /// Give and approve grants to evidence, place and release holds, destroy.
  EVIDENCE_GRANT,
  /// See who asks for leave to open or destroy evidence, and who has it.
  GRANTS_READ,
  /// See the custody chains and the list of objects in the vault, without content.
  EVIDENCE_READ,
  /// Send notices for the users of a messenger.
  NOTICES_SEND,
  /// Send notices for a hotline or a trusted flagger, and see the outcome of its own.
  FLAG,
  /// See organisations and their status as flaggers.
  FLAGGERS_READ,
  /// See the accuracy of reporters, and the measures after misuse.
  REPORTERS_READ,
  /// Verify organisations and give them the status of a flagger.
  FLAGGERS_WRITE,
  /// See effects that are no longer retried.
  OUTBOX_READ,
  /// Replay effects that are no longer retried, or give them up.
  OUTBOX_WRITE;

  private static final Set<Permission> GUARDED =
      EnumSet.of(CASES_DECIDE, CASES_LEAD, EVIDENCE_GRANT, FLAGGERS_WRITE, PEOPLE_WRITE);

  /// Returns whether the permission opens evidence or approves acts of others. One administrator
  /// alone cannot give such a permission, or a way in with it ([AccessRequest]).
  public boolean isGuarded() {
    return GUARDED.contains(this);
  }

  @Override
  public String getAuthority() {
    return name();
  }
}
