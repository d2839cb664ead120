package org.vigie.server.review;

import java.util.UUID;

/// Identifies a decision.
public record DecisionId(UUID value) {}
