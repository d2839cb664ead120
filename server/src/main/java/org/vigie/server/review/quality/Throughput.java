package org.vigie.server.review.quality;

import java.time.LocalDate;
import org.vigie.server.review.cases.QueueName;

/// The cases of a queue whose first decision took effect on one day, in UTC.
public record Throughput(LocalDate day, QueueName queue, long byPeople, long byPolicy) {}
