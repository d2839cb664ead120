package org.vigie.server.review.opening;

import java.time.Duration;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;

/// Redelivers events that a crashed process left unfinished. Threads: one.
final class EventRedelivery {
  private static final Duration BETWEEN = Duration.ofMinutes(1);

  /// Longer than the queue of events takes when a retro-match finds a great deal.
  private static final Duration UNFINISHED = Duration.ofMinutes(10);

  private static final int AT_ONCE = 100;

  private final IncompleteEventPublications publications;
  private boolean begun;

  EventRedelivery(IncompleteEventPublications publications) {
    this.publications = publications;
  }

  /// Redelivers some, except at the first call, when the server is still starting. Returns how
  /// long to rest.
  Duration step() {
    if (begun) {
      publications.resubmitIncompletePublications(
          ResubmissionOptions.defaults().withMinAge(UNFINISHED).withBatchSize(AT_ONCE));
    }
    begun = true;
    return BETWEEN;
  }
}
