package org.vigie.server.review.reversing;

import java.util.UUID;

/// Identifies a request to correct a decision.
public record CorrectionId(UUID value) {}
