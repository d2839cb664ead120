package org.vigie.server.review.web;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
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

  @PostMapping("/review/cases/{id}/authorities")
  @Requires(Permission.CASES_DECIDE)
  @Look(value = Look.Kind.RECORDED, subject = "case:{id}")
  Object notified(
      Frame frame,
      Caller.Person caller,
      RedirectAttributes redirect,
      @PathVariable long id,
      @ModelAttribute NotificationForm form,
      @RequestParam(defaultValue = "") String within)
      throws IOException {
    CaseFile file = cases.open(new CaseId(id), caller.id()).orElseThrow(ReviewProblems::noSuchCase);
    FormErrors errors = form.errors(clock.instant(), frame);
    if (!errors.isEmpty()) {
      CaseViews.Before before =
          CaseViews.Before.refused(form.typed(), errors).within(Within.of(within));
      return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
          .body(views.page(frame, file, caller.id(), before));
    }
    Instant when = form.at().orElseThrow();
    boolean recorded =
        notes.record(caller.id(), new CaseId(id), when, form.reference(), form.note(when, frame));
    FlashMessages.add(
        redirect, frame.text(recorded ? "review.danger.recorded" : "review.danger.not-recorded"));
    return "redirect:" + Within.of(within).address(Claims.address(new CaseId(id)));
  }
}
