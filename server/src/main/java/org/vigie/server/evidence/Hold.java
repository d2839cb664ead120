package org.vigie.server.evidence;

import java.time.Instant;
import java.util.Optional;

/// Forbids the destruction of an object.
///
/// @param source the law, as people cite it: `Regulation (EU) 2021/784, Art. 6`
/// @param reference of the order or the file that it belongs to
/// @param by the reference of a caller
/// @param expires when it expires by itself; if empty, it is in force until it is released
public record Hold(
    HoldId id,
    EvidenceId evidence,
    String source,
    String reference,
    String by,
    Instant at,
    Optional<Instant> expires) {}
