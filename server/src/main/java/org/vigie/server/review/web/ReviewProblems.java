package org.vigie.server.review.web;

import java.util.Map;
import org.vigie.server.frame.ProblemException;
import org.vigie.server.frame.ProblemType;

/// The problems of reviewers' requests.
final class ReviewProblems {
  private ReviewProblems() {}

  /// Says that only the holder of a case sees its media.
  static ProblemException notHeld() {
    return new ProblemException(
        ProblemType.FORBIDDEN,
        "Only the reviewer who holds a case opens its evidence, and only that of the case.",
        Map.of());
  }

  /// Says that there is no such case.
  static ProblemException noSuchCase() {
    return new ProblemException(ProblemType.NOT_FOUND, "There is no such case.", Map.of());
  }
}
