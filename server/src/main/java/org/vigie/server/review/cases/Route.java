package org.vigie.server.review.cases;

import java.time.Instant;
import java.util.Optional;
import org.vigie.server.policy.Severity;

/// The queue of a case, and its place in it.
///
/// @param priority higher comes first
/// @param dueAt its deadline, if there is one
public record Route(QueueName queue, Severity severity, int priority, Optional<Instant> dueAt) {}
