package org.vigie.server.review.web;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.server.frame.FormErrors;
import org.vigie.server.frame.Frame;

/// The form that records that authorities were notified.
///
/// @param authority who was notified
/// @param notifiedAt when, in UTC: `2026-11-30T10:15`
/// @param notifiedReference of the authorities; may be empty
public record NotificationForm(
    @Nullable String authority,
    @Nullable String notifiedAt,
    @Nullable String notifiedReference) {
  private static final int LONGEST_NAME = 120;
  private static final int LONGEST_REFERENCE = 100;

  String named() {
    return VerdictForm.said(authority).strip();
  }

  String reference() {
    return VerdictForm.said(notifiedReference).strip();
  }

  /// Returns when they were notified; empty if that is no time.
  Optional<Instant> at() {
    try {
      return Optional.of(
          LocalDateTime.parse(VerdictForm.said(notifiedAt).strip()).toInstant(ZoneOffset.UTC));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  FormErrors errors(Instant now, Frame frame) {
    FormErrors errors = FormErrors.NONE;
    if (named().isEmpty() || named().length() > LONGEST_NAME) {
      errors = errors.with("authority", frame.text("review.danger.authority.wrong"));
    }
    if (at().filter(when -> !when.isAfter(now)).isEmpty()) {
      errors = errors.with("notifiedAt", frame.text("review.danger.at.wrong"));
    }
    if (reference().length() > LONGEST_REFERENCE) {
      errors = errors.with("notifiedReference", frame.text("review.defect.too-long"));
    }
    return errors;
  }

  /// Returns the note for other reviewers.
  String note(Instant when, Frame frame) {
    return frame.text(
        reference().isEmpty() ? "review.danger.note" : "review.danger.note.reference",
        named(),
        frame.texts().time(when),
        reference());
  }

  /// Returns the sent values, to be shown again.
  Map<String, String> typed() {
    return Map.of(
        "authority",
        VerdictForm.said(authority),
        "notifiedAt",
        VerdictForm.said(notifiedAt),
        "notifiedReference",
        VerdictForm.said(notifiedReference));
  }
}
