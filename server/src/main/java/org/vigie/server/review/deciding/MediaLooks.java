package org.vigie.server.review.deciding;

import org.vigie.server.access.PersonId;
import org.vigie.server.review.cases.Case;

/// Whether people have looked at the media that they decide about.
@FunctionalInterface
public interface MediaLooks {
  /// Returns whether a case has media of which the person has seen none without a veil.
  boolean areMissing(PersonId reviewer, Case subject);
}
