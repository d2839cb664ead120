package org.vigie.server.review.cases;

import java.time.Instant;
import java.util.Optional;
import org.vigie.server.policy.Severity;

/// Where a case waits, and when it is its turn.
///
/// @param priority higher comes first
/// @param dueAt when its clock is over, where one runs
public record Route(QueueName queue, Severity severity, int priority, Optional<Instant> dueAt) {}
