package org.vigie.server.evidence.web;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.vigie.server.access.GrantRequest;
import org.vigie.server.frame.FormErrors;
import org.vigie.server.frame.Frame;

/// Validates the forms about holds, leave and destruction.
final class HoldForms {
  /// The durations of a grant to choose from, in minutes.
  static final List<Integer> MINUTES = List.of(15, 30, 60, 120, 240);

  private static final int LONGEST_SOURCE = 300;
  private static final int LONGEST_REFERENCE = 200;

  private final InstantSource clock;

  HoldForms(InstantSource clock) {
    this.clock = clock;
  }

  FormErrors errors(Frame frame, EvidencePage.HoldForm form) {
    FormErrors errors = FormErrors.NONE;
    if (!isText(form.source(), LONGEST_SOURCE)) {
      errors = errors.with("source", frame.text("evidence.error.source", LONGEST_SOURCE));
    }
    if (!isText(form.reference(), LONGEST_REFERENCE)) {
      errors = errors.with("reference", frame.text("evidence.error.reference", LONGEST_REFERENCE));
    }
    if (!form.expires().isEmpty() && !isLater(form.expires())) {
      errors = errors.with("expires", frame.text("evidence.error.expires"));
    }
    return errors;
  }

  FormErrors askErrors(Frame frame, EvidencePage.AskForm form) {
    FormErrors errors = FormErrors.NONE;
    if (!isText(form.leave(), GrantRequest.LONGEST_REASON)) {
      errors = errors.with("leave", frame.text("evidence.error.leave", LONGEST_REFERENCE));
    }
    if (!MINUTES.contains(form.minutes())) {
      errors = errors.with("minutes", frame.text("evidence.error.minutes"));
    }
    return errors;
  }

  /// @param field of the text, which may have 200 characters
  FormErrors textErrors(Frame frame, String field, String text) {
    return isText(text, LONGEST_REFERENCE)
        ? FormErrors.NONE
        : FormErrors.NONE.with(field, frame.text("evidence.error." + field, LONGEST_REFERENCE));
  }

  private static boolean isText(String text, int longest) {
    return !text.isBlank()
        && text.length() <= longest
        && text.codePoints().noneMatch(Character::isISOControl);
  }

  private boolean isLater(String day) {
    try {
      return end(day).filter(clock.instant()::isBefore).isPresent();
    } catch (DateTimeParseException _) {
      return false;
    }
  }

  /// Returns the end of a day, in UTC; empty for no day.
  Optional<Instant> end(String day) {
    return Optional.of(day)
        .filter(text -> !text.isEmpty())
        .map(text ->
            LocalDate.parse(text).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
  }
}
