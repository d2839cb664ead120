package org.vigie.server.review.web;

import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.vigie.server.access.Caller;
import org.vigie.server.access.Look;
import org.vigie.server.access.Permission;
import org.vigie.server.access.PersonId;
import org.vigie.server.access.Requires;
import org.vigie.server.access.Viewer;
import org.vigie.server.frame.FlashMessages;
import org.vigie.server.frame.FormErrors;
import org.vigie.server.frame.Frame;
import org.vigie.server.policy.Policies;
import org.vigie.server.review.CaseId;
import org.vigie.server.review.DecisionId;
import org.vigie.server.review.Verdict;
import org.vigie.server.review.deciding.ClaimOutcome;
import org.vigie.server.review.deciding.DecideOutcome;
import org.vigie.server.review.deciding.Desk;
import org.vigie.server.review.deciding.Ruling;
import org.vigie.server.review.queueing.CaseFile;
import org.vigie.server.review.queueing.CaseNote;
import org.vigie.server.review.queueing.Cases;

/// Shows a case, and takes the acts of a reviewer on it.
@Controller
@RequestMapping("/review/cases/{id}")
class CaseController {
  private static final int MOST_REASON = 200;

  /// The button named measures that the fields do not have.
  static final DecideOutcome.Malformed MISNAMED =
      new DecideOutcome.Malformed("content", "misnamed");

  private static final DecideOutcome.Malformed NO_KEYWORD =
      new DecideOutcome.Malformed("keywords", "missing");

  private final Cases cases;
  private final Desk desk;
  private final Policies policies;
  private final CaseViews views;

  CaseController(Cases cases, Desk desk, Policies policies, CaseViews views) {
    this.cases = cases;
    this.desk = desk;
    this.policies = policies;
    this.views = views;
  }

  /// @param decided the decision that the person made just before
  @GetMapping
  @ResponseBody
  @Requires(Permission.CASES_READ)
  @Look(value = Look.Kind.RECORDED, subject = "case:{id}")
  CasePage one(
      Frame frame,
      Caller.Person caller,
      @PathVariable long id,
      @RequestParam Optional<UUID> decided,
      @RequestParam(defaultValue = "") String within)
      throws IOException {
    Optional<Undo> undoable = decided
        .flatMap(made -> cases.undoable(caller.id(), new DecisionId(made)))
        .map(made -> Undo.of(made, cases, Optional.of(id), views.words(frame)));
    CaseViews.Before before = CaseViews.Before.undoable(undoable).within(Within.of(within));
    CaseFile file = Viewer.may(Permission.CASES_DECIDE)
        ? file(id, caller.id())
        : cases.read(new CaseId(id), caller.id()).orElseThrow(ReviewProblems::noSuchCase);
    return views.page(frame, file, caller.id(), before);
  }

  private CaseFile file(long id, PersonId viewer) {
    return cases.open(new CaseId(id), viewer).orElseThrow(ReviewProblems::noSuchCase);
  }

  @PostMapping("/claim")
  @Requires(Permission.CASES_DECIDE)
  String claim(
      Frame frame,
      Caller.Person caller,
      RedirectAttributes redirect,
      @PathVariable long id,
      @RequestParam(defaultValue = "") String within) {
    ClaimOutcome outcome = desk.claim(caller.id(), new CaseId(id));
    Claims.refusal(outcome).ifPresent(key -> FlashMessages.add(redirect, frame.text(key)));
    return "redirect:" + Within.of(within).address(Claims.address(new CaseId(id)));
  }

  /// Keeps the case for ten more minutes; 409 when it is lost. A script calls this while the person
  /// works on the page.
  @PostMapping("/keep")
  @Requires(Permission.CASES_DECIDE)
  ResponseEntity<Void> keep(Caller.Person caller, @PathVariable long id) {
    boolean kept = desk.keep(caller.id(), new CaseId(id));
    return ResponseEntity.status(kept ? HttpStatus.NO_CONTENT : HttpStatus.CONFLICT)
        .build();
  }

  @PostMapping("/release")
  @Requires(Permission.CASES_DECIDE)
  String release(
      Frame frame,
      Caller.Person caller,
      RedirectAttributes redirect,
      @PathVariable long id,
      @RequestParam(defaultValue = "") String within) {
    desk.release(caller.id(), new CaseId(id));
    FlashMessages.add(redirect, frame.text("review.notice.released"));
    return "redirect:" + Within.of(within).list();
  }

  /// Leaves the case to a lead, and leads to the next one.
  @PostMapping("/pass-up")
  @Requires(Permission.CASES_DECIDE)
  String passUp(
      Frame frame,
      Caller.Person caller,
      RedirectAttributes redirect,
      @PathVariable long id,
      @RequestParam(defaultValue = "") String within) {
    desk.passUp(caller.id(), new CaseId(id));
    return next(frame, caller, redirect, Within.of(within));
  }

  @PostMapping("/skip")
  @Requires(Permission.CASES_DECIDE)
  String skip(
      Frame frame,
      Caller.Person caller,
      RedirectAttributes redirect,
      @PathVariable long id,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "") String within) {
    String shortened = reason.substring(0, Math.min(MOST_REASON, reason.length()));
    desk.skip(caller.id(), new CaseId(id), shortened);
    return next(frame, caller, redirect, Within.of(within));
  }

  /// Claims the next case within the filter, and leads there.
  private String next(
      Frame frame, Caller.Person caller, RedirectAttributes redirect, Within within) {
    ClaimOutcome outcome = desk.claimNext(caller.id(), within.query());
    Claims.refusal(outcome).ifPresent(key -> FlashMessages.add(redirect, frame.text(key)));
    return "redirect:" + Claims.address(outcome, within);
  }

  @PostMapping("/notes")
  @Requires(Permission.CASES_DECIDE)
  String note(
      Frame frame,
      Caller.Person caller,
      RedirectAttributes redirect,
      @PathVariable long id,
      @RequestParam(defaultValue = "") String note,
      @RequestParam(defaultValue = "") String within) {
    CaseFile file = file(id, caller.id());
    boolean fits = !note.isBlank() && note.length() <= CaseNote.MOST;
    if (fits) {
      cases.note(caller.id(), file.subject().id(), note.strip());
    }
    FlashMessages.add(
        redirect, frame.text(fits ? "review.notice.noted" : "review.notice.note-length"));
    return "redirect:" + Within.of(within).address(Claims.address(file.subject().id()));
  }

  /// Decides, and leads to the next case.
  @PostMapping("/decide")
  @Requires(Permission.CASES_DECIDE)
  @Look(value = Look.Kind.RECORDED, subject = "case:{id}")
  Object decide(
      Frame frame,
      Caller.Person caller,
      RedirectAttributes redirect,
      @PathVariable long id,
      @ModelAttribute VerdictForm form,
      @RequestParam(defaultValue = "") String within)
      throws IOException {
    Within filter = Within.of(within);
    if (form.isContradictory()) {
      FormErrors errors = FormErrors.NONE.with("unfounded", frame.text("review.unfounded.wrong"));
      return again(frame, caller, id, refused(form, errors, filter));
    }
    return switch (outcome(caller.id(), new CaseId(id), form)) {
      case DecideOutcome.Decided decided -> {
        redirect.addAttribute("decided", decided.decision().id().value().toString());
        yield next(frame, caller, redirect, filter);
      }
      case DecideOutcome.Lost _ -> {
        FlashMessages.add(redirect, frame.text("review.notice.lost"));
        yield "redirect:" + filter.address(Claims.address(new CaseId(id)));
      }
      case DecideOutcome.Malformed malformed ->
        again(frame, caller, id, refused(form, errors(malformed, frame), filter));
      case DecideOutcome.NotLookedAt _ -> {
        FormErrors errors = FormErrors.NONE.with("waiver", frame.text("review.waiver.needed"));
        yield again(frame, caller, id, refused(form, errors, filter));
      }
      case DecideOutcome.Unconfirmed unconfirmed ->
        again(frame, caller, id, before(unconfirmed, form).within(filter));
    };
  }

  private static CaseViews.Before before(DecideOutcome.Unconfirmed unconfirmed, VerdictForm form) {
    return CaseViews.Before.unconfirmed(
        form.fields(), new CaseViews.Unconfirmed(unconfirmed.impact(), form.button()));
  }

  private static CaseViews.Before refused(VerdictForm form, FormErrors errors, Within filter) {
    return CaseViews.Before.refused(form.fields(), errors).within(filter);
  }

  private DecideOutcome outcome(PersonId reviewer, CaseId id, VerdictForm form) {
    return switch (form.read(policies.current())) {
      case SentVerdict.Parsed(Verdict verdict) ->
        desk.decide(
            reviewer, id, new Ruling(form.seen(), verdict, form.confirmation(), form.lookWaiver()));
      case SentVerdict.Misnamed _ -> MISNAMED;
      case SentVerdict.Malformed(DecideOutcome.Malformed defect) -> defect;
    };
  }

  private static FormErrors errors(DecideOutcome.Malformed malformed, Frame frame) {
    return FormErrors.NONE.with(field(malformed.field()), sentence(malformed, frame));
  }

  /// Returns a defect and its remedy in words.
  static String sentence(DecideOutcome.Malformed malformed, Frame frame) {
    boolean keyword = malformed.equals(NO_KEYWORD);
    return keyword
        ? frame.text("review.keywords.missing")
        : frame.text("review.defect." + malformed.defect(), malformed.found().orElse(""));
  }

  /// Shows the form again, as it was filled in.
  private ResponseEntity<CasePage> again(
      Frame frame, Caller.Person caller, long id, CaseViews.Before before) throws IOException {
    return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
        .body(views.page(frame, file(id, caller.id()), caller.id(), before));
  }

  /// Returns the field of the form that a field of a verdict comes from.
  static String field(String path) {
    if (path.startsWith("measures")) {
      return "content";
    }
    return path.equals("ground") ? "reference" : path;
  }
}
