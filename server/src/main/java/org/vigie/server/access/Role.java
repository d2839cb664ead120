package org.vigie.server.access;

import static org.vigie.server.access.Permission.BANKS_READ;
import static org.vigie.server.access.Permission.BANKS_WRITE;
import static org.vigie.server.access.Permission.CASES_DECIDE;
import static org.vigie.server.access.Permission.CASES_LEAD;
import static org.vigie.server.access.Permission.CASES_READ;
import static org.vigie.server.access.Permission.DEBUG_MATCHES;
import static org.vigie.server.access.Permission.EVIDENCE_GRANT;
import static org.vigie.server.access.Permission.EVIDENCE_READ;
import static org.vigie.server.access.Permission.FLAG;
import static org.vigie.server.access.Permission.FLAGGERS_READ;
import static org.vigie.server.access.Permission.FLAGGERS_WRITE;
import static org.vigie.server.access.Permission.FLOOD_DECIDE;
import static org.vigie.server.access.Permission.GRANTS_READ;
import static org.vigie.server.access.Permission.INSIGHTS_READ;
import static org.vigie.server.access.Permission.KEYS_READ;
import static org.vigie.server.access.Permission.KEYS_WRITE;
import static org.vigie.server.access.Permission.LEDGER_READ;
import static org.vigie.server.access.Permission.OUTBOX_READ;
import static org.vigie.server.access.Permission.OUTBOX_WRITE;
import static org.vigie.server.access.Permission.OVERVIEW_READ;
import static org.vigie.server.access.Permission.OWN_ACCOUNT;
import static org.vigie.server.access.Permission.PEOPLE_READ;
import static org.vigie.server.access.Permission.PEOPLE_WRITE;
import static org.vigie.server.access.Permission.POLICY_READ;
import static org.vigie.server.access.Permission.POLICY_WRITE;
import static org.vigie.server.access.Permission.REPORTERS_READ;
import static org.vigie.server.access.Permission.SCANS_READ;

import java.util.Set;

/// The job of a person, who may have several: the table of roles and permissions.
public enum Role {
  REVIEWER(
      OWN_ACCOUNT, OVERVIEW_READ, BANKS_READ, SCANS_READ, POLICY_READ, CASES_READ, CASES_DECIDE),
  LEAD(
      OWN_ACCOUNT,
      OVERVIEW_READ,
      BANKS_READ,
      FLOOD_DECIDE,
      DEBUG_MATCHES,
      SCANS_READ,
      POLICY_READ,
      PEOPLE_READ,
      CASES_READ,
      INSIGHTS_READ,
      CASES_DECIDE,
      CASES_LEAD,
      EVIDENCE_READ,
      REPORTERS_READ,
      FLAGGERS_READ,
      FLAGGERS_WRITE),
  LEGAL(
      OWN_ACCOUNT,
      OVERVIEW_READ,
      BANKS_READ,
      SCANS_READ,
      POLICY_READ,
      EVIDENCE_READ,
      EVIDENCE_GRANT,
      GRANTS_READ,
      FLAGGERS_READ,
      FLAGGERS_WRITE),
  LIST_MANAGER(
      OWN_ACCOUNT,
      OVERVIEW_READ,
      BANKS_READ,
      BANKS_WRITE,
      FLOOD_DECIDE,
      DEBUG_MATCHES,
      SCANS_READ,
      POLICY_READ),
  ADMINISTRATOR(
      OWN_ACCOUNT,
      OVERVIEW_READ,
      BANKS_READ,
      POLICY_READ,
      POLICY_WRITE,
      PEOPLE_READ,
      PEOPLE_WRITE,
      KEYS_READ,
      KEYS_WRITE,
      FLAGGERS_READ,
      FLAGGERS_WRITE,
      OUTBOX_READ,
      OUTBOX_WRITE),
  /// Reads everything but sealed evidence, and changes nothing.
  AUDITOR(
      OWN_ACCOUNT,
      OVERVIEW_READ,
      BANKS_READ,
      DEBUG_MATCHES,
      SCANS_READ,
      POLICY_READ,
      CASES_READ,
      INSIGHTS_READ,
      PEOPLE_READ,
      KEYS_READ,
      LEDGER_READ,
      EVIDENCE_READ,
      GRANTS_READ,
      FLAGGERS_READ,
      REPORTERS_READ,
      OUTBOX_READ),
  /// Belongs to a hotline or a trusted flagger, and sees only the notices of its organisation.
  FLAGGER(OWN_ACCOUNT, FLAG);

  @SuppressWarnings("ImmutableEnumChecker") // Set.of keeps no reference to the array
  private final Set<Permission> permissions;

  Role(Permission... permissions) {
    this.permissions = Set.of(permissions);
  }

  /// Returns whether the role has a guarded permission.
  public boolean isGuarded() {
    return permissions.stream().anyMatch(Permission::isGuarded);
  }

  /// Returns the permissions of the role.
  public Set<Permission> permissions() {
    return permissions;
  }
}
