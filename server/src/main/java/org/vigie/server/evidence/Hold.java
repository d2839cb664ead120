package org.vigie.server.evidence;

import java.time.Instant;
import java.util.Optional;

/// What forbids that an object is destroyed.
///
/// @param source the law, as people cite it: `Regulation (EU) 2021/784, Art. 6`
/// @param reference of the order or the file that it belongs to
/// @param by the reference of a caller
/// @param expires when it ends by itself; without it, when somebody releases it
public record Hold(
    HoldId id,
    EvidenceId evidence,
    String source,
    String reference,
    String by,
    Instant at,
    Optional<Instant> expires) {}
