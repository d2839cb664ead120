package org.vigie.server.policy.store;

import java.time.Instant;
import org.vigie.server.policy.PolicyRevision;

/// The record of a revision, without its text.
///
/// @param sha256 of the text in UTF-8, 64 lowercase hex digits
/// @param madeBy a caller's reference: `person:…`, `vigie`
/// @param note the author's reason; may be empty
public record RevisionEntry(
    PolicyRevision revision,
    String sha256,
    RevisionOrigin origin,
    String madeBy,
    Instant madeAt,
    String note) {}
