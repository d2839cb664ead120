package org.vigie.server.scan;

import java.util.Optional;
import org.vigie.connector.Reference;
import org.vigie.connector.Surface;

/// The messenger's description of media that it submits.
///
/// @param surface where the media was shared
/// @param room where exactly
/// @param account whose it is
/// @param message in which it was
public record Submission(
    Surface surface,
    Optional<Reference> room,
    Optional<Reference> account,
    Optional<Reference> message) {}
