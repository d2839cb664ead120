package org.vigie.server.evidence;

import org.vigie.server.access.SubjectPage;

/// A case that relies on evidence.
///
/// @param number as people name it
/// @param open whether it is not decided
public record EvidenceCase(long number, SubjectPage page, boolean open) {}
