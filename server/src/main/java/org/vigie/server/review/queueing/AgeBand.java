package org.vigie.server.review.queueing;

import java.time.Duration;

/// How many cases wait that are about as old.
///
/// @param under their age is below this, and at least that of the band before; empty bands are
///     there, too
public record AgeBand(Duration under, long cases) {}
