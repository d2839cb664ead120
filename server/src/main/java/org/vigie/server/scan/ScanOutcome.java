package org.vigie.server.scan;

import java.util.List;
import org.vigie.server.bank.BankRevision;
import org.vigie.server.frame.EnumWords;

/// The outcome of one scan. A scan that could not run is never [Clear].
public sealed interface ScanOutcome {
  /// Returns the bank revision that the content was compared with.
  BankRevision banks();

  /// Returns the word in JSON: `clear`, `matched` or `unscannable`.
  default String word() {
    return switch (this) {
      case Clear _ -> "clear";
      case Matched _ -> "matched";
      case Unscannable _ -> "unscannable";
    };
  }

  /// Compared in full, and nothing matches.
  record Clear(BankRevision banks) implements ScanOutcome {}

  /// Something matches.
  record Matched(BankRevision banks, List<ScanMatch> matches) implements ScanOutcome {
    public Matched {
      matches = List.copyOf(matches);
      if (matches.isEmpty()) {
        throw new IllegalArgumentException("a Matched outcome needs a match");
      }
    }
  }

  /// It could not be compared in full, and the comparable signals do not match.
  record Unscannable(BankRevision banks, Cause cause) implements ScanOutcome {}

  /// Why content could not be compared in full.
  enum Cause {
    /// It has no bytes.
    EMPTY,
    /// The first bytes are of no format that is read here.
    UNKNOWN_FORMAT,
    TOO_MANY_PIXELS,
    /// The format is known, the file breaks its rules.
    MALFORMED,
    TRUNCATED,
    /// The format is known, this variant of it is not read here.
    UNSUPPORTED,
    /// A decoder broke, or ran out of memory.
    DECODER_FAILED,
    /// The picture could not be read in the time that one scan may take.
    DEADLINE_PASSED,
    /// The picture says too little: its quality is below the least that any bank compares.
    LOW_QUALITY;

    /// Returns the word in JSON: `UNKNOWN_FORMAT`, as the command line prints it.
    public String word() {
      return name();
    }

    /// Returns the part of a key of a sentence: `unknown-format`.
    public String key() {
      return EnumWords.of(this);
    }
  }
}
