package org.vigie.server.review.web;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.vigie.server.access.Caller;
import org.vigie.server.access.Look;
import org.vigie.server.access.Permission;
import org.vigie.server.access.Requires;
import org.vigie.server.frame.FlashMessages;
import org.vigie.server.frame.FormErrors;
import org.vigie.server.frame.Frame;
import org.vigie.server.review.CaseId;
import org.vigie.server.review.queueing.AuthorityNotes;
import org.vigie.server.review.queueing.CaseFile;
import org.vigie.server.review.queueing.Cases;

/// Takes the record that authorities were notified of a danger to life.
@Controller
class AuthorityController {
  private static final int LONGEST_NAME = 120;
  private static final int LONGEST_REFERENCE = 100;

  private final AuthorityNotes notes;
  private final Cases cases;
  private final CaseViews views;
  private final InstantSource clock;

  AuthorityController(AuthorityNotes notes, Cases cases, CaseViews views, InstantSource clock) {
    this.notes = notes;
    this.cases = cases;
    this.views = views;
    this.clock = clock;
  }

  /// @param authority who was notified
  /// @param at when, in UTC: `2026-11-30T10:15`
  /// @param reference of the authorities; may be empty
  @PostMapping("/review/cases/{id}/authorities")
  @Requires(Permission.CASES_DECIDE)
  @Look(value = Look.Kind.RECORDED, subject = "case:{id}")
  Object notified(
      Frame frame,
      Caller.Person caller,
      RedirectAttributes redirect,
      @PathVariable long id,
      @RequestParam(defaultValue = "") String authority,
      @RequestParam(name = "notified-at", defaultValue = "") String at,
      @RequestParam(name = "notified-reference", defaultValue = "") String reference,
      @RequestParam(defaultValue = "") String within)
      throws IOException {
    CaseFile file = cases.open(new CaseId(id), caller.id()).orElseThrow(ReviewProblems::noSuchCase);
    Optional<Instant> when = time(at);
    FormErrors errors = errors(authority.strip(), when, reference.strip(), frame);
    if (!errors.isEmpty()) {
      Map<String, String> typed =
          Map.of("authority", authority, "notified-at", at, "notified-reference", reference);
      return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
          .body(views.page(
              frame,
              file,
              caller.id(),
              CaseViews.Before.refused(typed, errors).within(Within.of(within))));
    }
    String note = frame.text(
        reference.isBlank() ? "review.danger.note" : "review.danger.note.reference",
        authority.strip(),
        frame.texts().time(when.orElseThrow()),
        reference.strip());
    boolean recorded =
        notes.record(caller.id(), new CaseId(id), when.orElseThrow(), reference.strip(), note);
    FlashMessages.add(
        redirect, frame.text(recorded ? "review.danger.recorded" : "review.danger.not-recorded"));
    return "redirect:" + Within.of(within).address(Claims.address(new CaseId(id)));
  }

  private static Optional<Instant> time(String text) {
    try {
      return Optional.of(LocalDateTime.parse(text.strip()).toInstant(ZoneOffset.UTC));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private FormErrors errors(String authority, Optional<Instant> at, String reference, Frame frame) {
    FormErrors errors = FormErrors.NONE;
    if (authority.isEmpty() || authority.length() > LONGEST_NAME) {
      errors = errors.with("authority", frame.text("review.danger.authority.wrong"));
    }
    if (at.filter(when -> !when.isAfter(clock.instant())).isEmpty()) {
      errors = errors.with("notified-at", frame.text("review.danger.at.wrong"));
    }
    if (reference.length() > LONGEST_REFERENCE) {
      errors = errors.with("notified-reference", frame.text("review.defect.too-long"));
    }
    return errors;
  }
}
