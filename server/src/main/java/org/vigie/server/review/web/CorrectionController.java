package org.vigie.server.review.web;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.vigie.server.access.Caller;
import org.vigie.server.access.Look;
import org.vigie.server.access.Permission;
import org.vigie.server.access.PersonId;
import org.vigie.server.access.Requires;
import org.vigie.server.access.Viewer;
import org.vigie.server.frame.EnumWords;
import org.vigie.server.frame.FlashMessages;
import org.vigie.server.frame.FormErrors;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.ProblemException;
import org.vigie.server.review.CaseId;
import org.vigie.server.review.queueing.CaseFile;
import org.vigie.server.review.queueing.Cases;
import org.vigie.server.review.reversing.Correction;
import org.vigie.server.review.reversing.CorrectionId;
import org.vigie.server.review.reversing.CorrectionOutcome;
import org.vigie.server.review.reversing.Corrections;

/// Takes requests to correct decisions, and the answers of second persons.
@Controller
class CorrectionController {
  private static final Set<String> ANSWERS = Set.of("agree", "decline");

  private final Corrections corrections;
  private final Cases cases;
  private final CaseViews views;
  private final Wording wording;

  CorrectionController(Corrections corrections, Cases cases, CaseViews views, Wording wording) {
    this.corrections = corrections;
    this.cases = cases;
    this.views = views;
    this.wording = wording;
  }

  /// Lists the requests that the viewer may answer or asked for; to those who only read, all.
  @GetMapping("/review/corrections")
  @ResponseBody
  @Requires(Permission.CASES_READ)
  @Look(Look.Kind.RECORDED)
  CorrectionsPage list(Frame frame, Caller.Person caller) {
    return list(frame, caller.id(), FormErrors.NONE, "", "");
  }

  private CorrectionsPage list(
      Frame frame, PersonId viewer, FormErrors errors, String refused, String reason) {
    Words words = wording.in(frame);
    List<Corrections.Waiting> waiting = Viewer.may(Permission.CASES_DECIDE)
        ? corrections.waiting(viewer)
        : corrections.allWaiting(viewer);
    return new CorrectionsPage(
        frame,
        waiting.stream()
            .map(one -> new CorrectionsPage.Row(
                one.subject().id().value(),
                wording.of(one.decision(), words).verdict(one.decision().verdict()),
                views.asked(one, words)))
            .toList(),
        errors,
        refused,
        reason);
  }

  /// Asks for a correction of the decision of a case.
  @PostMapping("/review/cases/{id}/correct")
  @Requires(Permission.CASES_DECIDE)
  @Look(value = Look.Kind.RECORDED, subject = "case:{id}")
  Object correct(
      Frame frame,
      Caller.Person caller,
      RedirectAttributes redirect,
      @PathVariable long id,
      @ModelAttribute CorrectionForm form,
      @RequestParam(defaultValue = "") String within)
      throws IOException {
    CaseFile file = cases.open(new CaseId(id), caller.id()).orElseThrow(ReviewProblems::noSuchCase);
    CorrectionOutcome outcome =
        corrections.ask(caller.id(), form.of(file), form.wanted(), form.given());
    if (outcome instanceof CorrectionOutcome.NoReason
        || outcome instanceof CorrectionOutcome.BreakDue) {
      FormErrors errors =
          FormErrors.NONE.with("reason", frame.text("review.correction." + word(outcome)));
      CaseViews.Before before = CaseViews.Before.refused(Map.of("reason", form.given()), errors)
          .within(Within.of(within));
      return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
          .body(views.page(frame, file, caller.id(), before));
    }
    tell(frame, redirect, outcome);
    return "redirect:" + Within.of(within).address(Claims.address(new CaseId(id)));
  }

  private static void tell(Frame frame, RedirectAttributes redirect, CorrectionOutcome outcome) {
    FlashMessages.add(redirect, frame.text("review.correction.notice." + word(outcome)));
  }

  private static String word(CorrectionOutcome outcome) {
    return switch (outcome) {
      case CorrectionOutcome.Done(Correction done) -> "done." + EnumWords.of(done.kind());
      case CorrectionOutcome.Waits _ -> "waits";
      case CorrectionOutcome.Stands _ -> "stands";
      case CorrectionOutcome.Late _ -> "late";
      case CorrectionOutcome.NoReason _ -> "no-reason";
      case CorrectionOutcome.BreakDue _ -> "break-due";
      case CorrectionOutcome.NotAllowed _ -> "not-allowed";
    };
  }

  /// Agrees to a request, or declines it.
  ///
  /// @param answer `agree` or `decline`
  @PostMapping("/review/corrections/{id}/answer")
  @Requires(Permission.CASES_DECIDE)
  @Look(Look.Kind.RECORDED)
  Object answer(
      Frame frame,
      Caller.Person caller,
      RedirectAttributes redirect,
      @PathVariable UUID id,
      @RequestParam String answer,
      @RequestParam(defaultValue = "") String reason) {
    if (!ANSWERS.contains(answer)) {
      throw ProblemException.ofField("answer", "There is no such choice.");
    }
    CorrectionOutcome outcome =
        corrections.answer(caller.id(), new CorrectionId(id), answer.equals("agree"), reason);
    if (outcome instanceof CorrectionOutcome.NoReason) {
      String field = "reason-" + id;
      FormErrors errors = FormErrors.NONE.with(field, frame.text("review.correction.no-reason"));
      return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
          .body(list(frame, caller.id(), errors, id.toString(), reason));
    }
    FlashMessages.add(
        redirect,
        frame.text(Optional.of(outcome)
            .filter(CorrectionOutcome.Done.class::isInstance)
            .map(_ -> "review.correction.notice.agreed")
            .orElse("review.correction.notice." + word(outcome))));
    return "redirect:/review/corrections";
  }

  /// Withdraws a request of the viewer.
  @PostMapping("/review/corrections/{id}/withdraw")
  @Requires(Permission.CASES_DECIDE)
  String withdraw(
      Frame frame, Caller.Person caller, RedirectAttributes redirect, @PathVariable UUID id) {
    tell(frame, redirect, corrections.withdraw(caller.id(), new CorrectionId(id)));
    return "redirect:/review/corrections";
  }
}
