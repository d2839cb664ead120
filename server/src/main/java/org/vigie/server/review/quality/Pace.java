package org.vigie.server.review.quality;

import java.time.Duration;
import org.vigie.server.policy.Severity;

/// How long cases of one severity took, from their opening to the first decision that took
/// effect, where people made it.
///
/// @param half the time within which half of them were decided
/// @param most the time within which nine of ten were
public record Pace(Severity severity, long decided, Duration half, Duration most) {}
