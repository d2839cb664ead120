package org.vigie.server.review.quality;

import java.time.Duration;
import org.vigie.server.review.cases.QueueName;

/// How long cases of one queue took, from their opening to the first decision that took
/// effect, where people made it.
///
/// @param half the time within which half of them were decided
/// @param most the time within which nine of ten were
public record Pace(QueueName queue, long decided, Duration half, Duration most) {}
