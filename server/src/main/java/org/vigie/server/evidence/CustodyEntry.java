package org.vigie.server.evidence;

import java.time.Instant;
import java.util.Optional;
import org.vigie.server.access.GrantId;

/// One link of an object's custody chain; `docs/formats/evidence.md` defines its hash.
///
/// @param number from 1, without gaps
/// @param caller the author, as ledgers name callers
/// @param reason the reason, by identifiers and stable words
/// @param hash SHA-256 of the entry and the hash before it, 64 lowercase hex digits
public record CustodyEntry(
    EvidenceId evidence,
    int number,
    Instant at,
    CustodyAct act,
    String caller,
    Optional<GrantId> grant,
    String reason,
    String hash) {
  public CustodyEntry withHash(String computed) {
    return new CustodyEntry(evidence, number, at, act, caller, grant, reason, computed);
  }
}
