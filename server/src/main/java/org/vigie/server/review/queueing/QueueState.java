package org.vigie.server.review.queueing;

import java.time.Instant;
import java.util.Optional;
import org.vigie.server.review.cases.QueueName;

/// The state of a queue.
///
/// @param waiting cases without a holder
/// @param held cases with a holder
/// @param oldest when the oldest of them opened
/// @param due the earliest deadline among them
/// @param overdue how many of them have missed their deadline
public record QueueState(
    QueueName name, long waiting, long held, Instant oldest, Optional<Instant> due, long overdue) {}
