package org.vigie.server.review.quality;

import java.time.Instant;
import org.vigie.server.review.CaseId;
import org.vigie.server.review.DecisionId;

/// A decision that a lead judges again, without seeing its verdict.
///
/// @param at when the decision took effect
public record QualityCheck(DecisionId decision, CaseId subject, Instant at) {}
