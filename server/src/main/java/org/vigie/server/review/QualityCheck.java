package org.vigie.server.review;

import java.time.Instant;

/// A decision that a lead judges again, without seeing what was decided.
///
/// @param at when the decision took effect
public record QualityCheck(DecisionId decision, CaseId subject, Instant at) {}
