package org.vigie.server.review.deciding;

import java.util.Arrays;
import java.util.Optional;
import org.vigie.server.frame.EnumWords;

/// Why a person closes an account or a room for good without having looked at the media.
public enum LookWaiver {
  /// The media is identical to a member of a bank.
  IDENTICAL_TO_KNOWN,
  /// The blurred rendition shows enough.
  BLURRED_IS_ENOUGH,
  /// The text of the message or of the notices is enough.
  TEXT_IS_ENOUGH;

  /// Returns the reason with a word, if there is one.
  public static Optional<LookWaiver> of(String word) {
    return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
  }

  /// Returns the word in forms and in the ledger: `identical-to-known`.
  public String word() {
    return EnumWords.of(this);
  }
}
