package org.vigie.server.review;

import java.time.Instant;

/// The accountable outcome of a case.
///
/// @param finalAt when it took effect, or will unless it is taken back
public record Decision(
    DecisionId id,
    CaseId subject,
    Stage stage,
    Decider decider,
    Verdict verdict,
    Instant madeAt,
    Instant finalAt) {}
