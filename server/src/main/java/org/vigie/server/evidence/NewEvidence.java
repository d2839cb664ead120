package org.vigie.server.evidence;

import java.time.Instant;
import org.vigie.server.frame.MicrosecondClock;

/// The description of content that is sealed.
///
/// @param mediaType such as `image/jpeg`, 1 to 200 characters without control characters
/// @param source identifies the subject it belongs to, of the same form: `scan:…`, `notice:…`
/// @param keepUntil the end of its term, in whole microseconds: it is then destroyed unless a hold
///     is in force
public record NewEvidence(EvidenceKind kind, String mediaType, String source, Instant keepUntil) {
  private static final int LONGEST = 200;

  public NewEvidence {
    check("media type", mediaType);
    check("source", source);
    keepUntil = MicrosecondClock.floor(keepUntil);
  }

  private static void check(String what, String value) {
    if (value.isBlank()
        || value.length() > LONGEST
        || value.codePoints().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("the " + what + " of evidence has 1 to " + LONGEST
          + " characters, no control characters, and is not blank");
    }
  }
}
