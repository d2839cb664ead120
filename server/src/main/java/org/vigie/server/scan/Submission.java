package org.vigie.server.scan;

import java.util.Optional;
import org.vigie.server.policy.Surface;

/// The messenger's description of media that it submits.
///
/// @param surface the surface where the media was shared
/// @param room its room
/// @param account its author
/// @param message its message
public record Submission(
    Surface surface,
    Optional<Reference> room,
    Optional<Reference> account,
    Optional<Reference> message) {}
