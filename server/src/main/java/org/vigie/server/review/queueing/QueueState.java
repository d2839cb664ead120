package org.vigie.server.review.queueing;

import java.time.Instant;
import java.util.Optional;
import org.vigie.server.review.cases.QueueName;

/// The state of a queue.
///
/// @param waiting cases that nobody holds
/// @param held cases that somebody holds
/// @param oldest when the oldest of them opened
/// @param due the earliest clock among them
public record QueueState(
    QueueName name, long waiting, long held, Instant oldest, Optional<Instant> due) {}
