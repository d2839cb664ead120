package org.vigie.server.review.cases;

import java.time.Instant;
import java.util.Optional;
import org.vigie.server.policy.Severity;

/// The queue of a case, its place in the queue, and its deadline.
///
/// @param priority higher comes first; see `Routing`
/// @param dueAt the earliest deadline, if there is one
public record Route(
    QueueName queue, Severity severity, int priority, Instant openedAt, Optional<Instant> dueAt) {}
