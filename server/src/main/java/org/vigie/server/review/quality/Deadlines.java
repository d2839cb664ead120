package org.vigie.server.review.quality;

import java.time.LocalDate;
import org.vigie.server.review.cases.QueueName;

/// The cases of a queue that were due on one day, in UTC.
///
/// @param met decided by then
/// @param missed decided later, or not yet
public record Deadlines(LocalDate day, QueueName queue, long met, long missed) {}
