package org.vigie.server.review;

import java.time.Instant;
import java.util.Optional;

/// What a queue has.
///
/// @param waiting cases that nobody holds
/// @param held cases that somebody holds
/// @param oldest when the oldest of them opened
/// @param due the earliest clock among them
public record QueueState(
    QueueName name, long waiting, long held, Instant oldest, Optional<Instant> due) {}
