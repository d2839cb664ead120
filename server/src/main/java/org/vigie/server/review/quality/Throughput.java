package org.vigie.server.review.quality;

import java.time.LocalDate;

/// How much was decided on one day.
public record Throughput(LocalDate day, long byPeople, long byPolicy) {}
