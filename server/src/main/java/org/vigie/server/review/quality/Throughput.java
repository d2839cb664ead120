package org.vigie.server.review.quality;

import java.time.LocalDate;

/// The decisions of one day.
public record Throughput(LocalDate day, long byPeople, long byPolicy) {}
