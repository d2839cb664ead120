package org.vigie.server.scan;

import java.util.List;
import org.vigie.server.bank.BankRevision;
import org.vigie.server.bank.Match;

/// What one scan found. A scan that could not run is never [Clear].
public sealed interface ScanOutcome {
  /// Compared in full, and nothing matches.
  record Clear(BankRevision banks) implements ScanOutcome {}

  /// Something matches.
  record Matched(BankRevision banks, List<Match> matches) implements ScanOutcome {
    public Matched {
      matches = List.copyOf(matches);
      if (matches.isEmpty()) {
        throw new IllegalArgumentException("a Matched outcome needs a match");
      }
    }
  }

  /// It could not be compared in full, and what could be compared does not match.
  record Unscannable(BankRevision banks, Cause cause) implements ScanOutcome {}

  /// Why content could not be compared in full.
  enum Cause {
    EMPTY,
    UNKNOWN_FORMAT,
    TOO_MANY_PIXELS,
    MALFORMED,
    TRUNCATED,
    UNSUPPORTED,
    DECODER_FAILED,
    DEADLINE_PASSED
  }
}
