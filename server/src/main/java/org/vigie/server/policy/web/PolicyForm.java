package org.vigie.server.policy.web;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.vigie.server.frame.Frame;
import org.vigie.server.policy.PolicyRevision;
import org.vigie.server.policy.revising.PolicyRevisions.Authorship;

/// The fields of the form of the catalogue.
///
/// @param base the revision that the text was made from
/// @param merged a later revision whose changes the person has taken over; null if none
/// @param text with the line ends of browsers, which are two characters
record PolicyForm(
    int base,
    @Nullable Integer merged,
    @Nullable String text,
    @Nullable String note) {
  /// Returns the revision that the text builds on.
  PolicyRevision basis() {
    return new PolicyRevision(Math.max(base, Objects.requireNonNullElse(merged, 0)));
  }

  String normalText() {
    return Objects.requireNonNullElse(text, "").replace("\r\n", "\n");
  }

  String noteOrNone() {
    return Objects.requireNonNullElse(note, "").strip();
  }

  boolean isNoteTooLong() {
    return noteOrNone().length() > Authorship.MAX_NOTE;
  }

  PolicyEditPage page(Frame frame, PolicyEditPage.Finding finding) {
    return new PolicyEditPage(frame, basis(), normalText(), noteOrNone(), finding);
  }
}
