package org.vigie.server.review.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.vigie.server.access.Caller;
import org.vigie.server.access.Look;
import org.vigie.server.access.Permission;
import org.vigie.server.access.Requires;
import org.vigie.server.frame.FlashMessages;
import org.vigie.server.frame.FormErrors;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.ProblemException;
import org.vigie.server.policy.Policies;
import org.vigie.server.review.CaseId;
import org.vigie.server.review.Decision;
import org.vigie.server.review.DecisionId;
import org.vigie.server.review.Verdict;
import org.vigie.server.review.deciding.Bulk;
import org.vigie.server.review.deciding.BulkForecast;
import org.vigie.server.review.deciding.BulkOutcome;
import org.vigie.server.review.deciding.DecideOutcome;
import org.vigie.server.review.deciding.Desk;
import org.vigie.server.review.queueing.Cases;

/// Lets a reviewer decide several cases with one verdict: choose, check the forecast, confirm.
@Controller
@RequestMapping("/review/bulk")
class BulkController {
  private static final Pattern CHOSEN = Pattern.compile("([0-9]{1,18}):([0-9]{1,18})");

  private final Bulk bulk;
  private final Desk desk;
  private final Policies policies;
  private final BulkViews views;
  private final Cases cases;

  BulkController(Bulk bulk, Desk desk, Cases cases, Policies policies, BulkViews views) {
    this.bulk = bulk;
    this.desk = desk;
    this.cases = cases;
    this.policies = policies;
    this.views = views;
  }

  /// @param all whether every case of the page is chosen
  @GetMapping
  @ResponseBody
  @Requires(Permission.CASES_DECIDE)
  @Look(Look.Kind.RECORDED)
  BulkPage choose(
      Frame frame,
      @RequestParam(defaultValue = "") String queue,
      @RequestParam(defaultValue = "") String suspected,
      @RequestParam(defaultValue = "") String messenger,
      @RequestParam(defaultValue = "") String about,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "false") boolean all) {
    return views.choose(frame, new BulkPage.Filter(queue, suspected, messenger, about), page, all);
  }

  @PostMapping("/preview")
  @Requires(Permission.CASES_DECIDE)
  @Look(Look.Kind.RECORDED)
  @ResponseBody
  Object preview(
      Frame frame,
      Caller.Person caller,
      @ModelAttribute VerdictForm form,
      @RequestParam(defaultValue = "") Set<String> cases) {
    List<Bulk.Chosen> chosen = chosen(cases);
    SentVerdict sent = form.read(policies.current());
    FormErrors errors = errors(chosen, sent, frame);
    if (sent instanceof SentVerdict.Parsed(Verdict verdict) && errors.isEmpty()) {
      return previewed(frame, caller, form, verdict, chosen, FormErrors.NONE);
    }
    return again(frame, chosen, form, errors);
  }

  private BulkPreviewPage previewed(
      Frame frame,
      Caller.Person caller,
      VerdictForm form,
      Verdict verdict,
      List<Bulk.Chosen> chosen,
      FormErrors errors) {
    List<BulkForecast> forecasts =
        bulk.preview(caller.id(), chosen.stream().map(Bulk.Chosen::id).toList(), verdict);
    return views.preview(frame, form, verdict, forecasts, errors);
  }

  private ResponseEntity<BulkPage> again(
      Frame frame, List<Bulk.Chosen> chosen, VerdictForm form, FormErrors errors) {
    return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
        .body(views.again(frame, chosen, form, errors));
  }

  private static List<Bulk.Chosen> chosen(Set<String> cases) {
    if (cases.size() > Bulk.MOST) {
      throw ProblemException.ofField("cases", "At most " + Bulk.MOST + " cases at once.");
    }
    return cases.stream().map(BulkController::chosen).toList();
  }

  private static Bulk.Chosen chosen(String text) {
    var parts = CHOSEN.matcher(text);
    if (!parts.matches()) {
      throw ProblemException.ofField("cases", "A case is its number and its version.");
    }
    return new Bulk.Chosen(
        new CaseId(Long.parseLong(parts.group(1))), Long.parseLong(parts.group(2)));
  }

  private FormErrors errors(List<Bulk.Chosen> chosen, SentVerdict sent, Frame frame) {
    FormErrors errors = chosen.isEmpty()
        ? FormErrors.NONE.with("cases", frame.text("review.bulk.none-chosen"))
        : FormErrors.NONE;
    return defect(sent)
        .map(found ->
            errors.with(CaseController.field(found.field()), CaseController.sentence(found, frame)))
        .orElse(errors);
  }

  private Optional<DecideOutcome.Malformed> defect(SentVerdict sent) {
    return switch (sent) {
      case SentVerdict.Parsed(Verdict verdict) -> bulk.defect(verdict);
      case SentVerdict.Misnamed _ -> Optional.of(CaseController.MISNAMED);
      case SentVerdict.Malformed(DecideOutcome.Malformed defect) -> Optional.of(defect);
    };
  }

  /// Decides the cases. A verdict against accounts wants their number typed, as it hurts people.
  ///
  /// @param typed the number of cases, if the verdict is against accounts
  @PostMapping("/decide")
  @Requires(Permission.CASES_DECIDE)
  @Look(Look.Kind.RECORDED)
  @ResponseBody
  Object decide(
      Frame frame,
      Caller.Person caller,
      @ModelAttribute VerdictForm form,
      @RequestParam(defaultValue = "") Set<String> cases,
      @RequestParam(defaultValue = "") String typed) {
    List<Bulk.Chosen> chosen = chosen(cases);
    SentVerdict sent = form.read(policies.current());
    FormErrors errors = errors(chosen, sent, frame);
    if (sent instanceof SentVerdict.Parsed(Verdict verdict) && errors.isEmpty()) {
      String number = Integer.toString(chosen.size());
      if (BulkViews.isAgainstPeople(verdict) && !typed.strip().equals(number)) {
        FormErrors untyped =
            FormErrors.NONE.with("typed", frame.text("review.bulk.type.error", number));
        return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
            .body(previewed(frame, caller, form, verdict, chosen, untyped));
      }
      List<BulkOutcome> outcomes = bulk.decide(caller.id(), chosen, verdict);
      return views.result(frame, outcomes);
    }
    return again(frame, chosen, form, errors);
  }

  /// Takes decisions back, as far as there is still time. Cases that were claimed for this alone
  /// go back to where others find them.
  ///
  /// @param held decisions about cases that the person held before
  @PostMapping("/undo")
  @Requires(Permission.CASES_DECIDE)
  String undo(
      Frame frame,
      Caller.Person caller,
      RedirectAttributes redirect,
      @RequestParam(defaultValue = "") Set<UUID> decisions,
      @RequestParam(defaultValue = "") Set<UUID> held) {
    List<Decision> undone = decisions.stream()
        .limit(Bulk.MOST)
        .flatMap(id -> cases.undoable(caller.id(), new DecisionId(id)).stream())
        .filter(decision -> desk.undo(caller.id(), decision.id()))
        .toList();
    undone.stream()
        .filter(decision -> !held.contains(decision.id().value()))
        .forEach(decision -> desk.release(caller.id(), decision.subject()));
    FlashMessages.add(redirect, frame.text("review.bulk.undone", undone.size()));
    return "redirect:/review";
  }
}
