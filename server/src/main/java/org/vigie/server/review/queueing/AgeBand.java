package org.vigie.server.review.queueing;

import java.time.Duration;

/// The number of open cases of about the same age.
///
/// @param under the upper limit of the age, exclusive; the previous band's is the lower one. Empty
///     bands are included
public record AgeBand(Duration under, long cases) {}
