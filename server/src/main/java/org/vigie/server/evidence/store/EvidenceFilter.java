package org.vigie.server.evidence.store;

import java.util.Optional;
import org.vigie.server.evidence.EvidenceId;
import org.vigie.server.evidence.EvidenceKind;
import org.vigie.server.evidence.EvidenceObject;

/// The criteria of a list of objects.
///
/// @param source exactly
/// @param held only those under a hold
/// @param before only those that were sealed before this one
public record EvidenceFilter(
    Optional<EvidenceKind> kind,
    Optional<EvidenceObject.State> state,
    Optional<String> source,
    boolean held,
    Optional<EvidenceId> before) {}
