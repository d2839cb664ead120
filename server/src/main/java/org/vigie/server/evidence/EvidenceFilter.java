package org.vigie.server.evidence;

import java.util.Optional;

/// Which objects are looked for.
///
/// @param source exactly
/// @param held only those that a hold keeps
/// @param before only those that were sealed before this one
public record EvidenceFilter(
    Optional<EvidenceKind> kind,
    Optional<EvidenceObject.State> state,
    Optional<String> source,
    boolean held,
    Optional<EvidenceId> before) {}
