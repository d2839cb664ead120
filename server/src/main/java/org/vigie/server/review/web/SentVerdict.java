package org.vigie.server.review.web;

import org.vigie.server.review.Verdict;
import org.vigie.server.review.deciding.DecideOutcome;

/// A verdict as a form sent it.
sealed interface SentVerdict {
  /// It is a verdict; the policy may not allow it.
  record Parsed(Verdict verdict) implements SentVerdict {}

  /// The button named other measures than the fields have.
  record Misnamed() implements SentVerdict {}

  /// One of its measures does not exist.
  ///
  /// @param defect with the field of the form
  record Malformed(DecideOutcome.Malformed defect) implements SentVerdict {}
}
