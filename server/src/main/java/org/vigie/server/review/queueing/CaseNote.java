package org.vigie.server.review.queueing;

import java.time.Instant;
import org.vigie.server.access.PersonId;

/// A note of a reviewer about a case, for other reviewers.
public record CaseNote(PersonId by, Instant at, String text) {
  /// The longest note.
  public static final int MOST = 4_000;
}
