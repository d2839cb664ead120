package org.vigie.server.review.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
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
import org.vigie.server.frame.Choice;
import org.vigie.server.frame.FlashMessages;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.ProblemException;
import org.vigie.server.frame.Texts;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.review.DecisionId;
import org.vigie.server.review.quality.Quality;
import org.vigie.server.review.queueing.Cases;

/// Shows leads and auditors how good decisions and notices are, and lets leads judge samples again.
@Controller
class LeadController {
  private static final String NO_VIOLATION = "none";

  private final Cases cases;
  private final Quality quality;
  private final Wording wording;
  private final AgreementViews agreements;
  private final AccuracyViews accuracy;

  LeadController(
      Cases cases,
      Quality quality,
      Wording wording,
      AgreementViews agreements,
      AccuracyViews accuracy) {
    this.cases = cases;
    this.quality = quality;
    this.wording = wording;
    this.agreements = agreements;
    this.accuracy = accuracy;
  }

  @GetMapping("/review/lead/quality")
  @ResponseBody
  @Requires(Permission.INSIGHTS_READ)
  @Look(Look.Kind.RECORDED)
  QualityPage quality(Frame frame, Caller.Person caller) {
    Words words = wording.in(frame);
    return new QualityPage(
        frame,
        cases.dangers(),
        checks(caller.id(), words.texts()),
        verdicts(words),
        List.of(agreements.of(words), accuracy.of(words.texts())));
  }

  private List<QualityPage.CheckRow> checks(PersonId lead, Texts texts) {
    return quality.waiting(lead).stream()
        .map(check -> new QualityPage.CheckRow(
            check.decision().value().toString(), check.subject().value(), texts.moment(check.at())))
        .toList();
  }

  static List<Choice> verdicts(Words words) {
    Choice open = new Choice("", words.texts().get("review.choose"));
    Choice none = new Choice(NO_VIOLATION, words.texts().get("review.verdict.none"));
    return Stream.concat(
            Stream.of(open, none),
            words.policy().categories().stream()
                .map(each -> new Choice(each.key().value(), words.category(each.key()))))
        .toList();
  }

  /// Judges a decision again.
  @PostMapping("/review/lead/checks/{decision}")
  @Requires(Permission.CASES_LEAD)
  String judge(
      Frame frame,
      Caller.Person caller,
      RedirectAttributes redirect,
      @PathVariable UUID decision,
      @RequestParam(defaultValue = "") String verdict) {
    if (verdict.isEmpty()) {
      FlashMessages.add(redirect, frame.text("review.notice.nothing-chosen"));
      return "redirect:/review/lead/quality";
    }
    boolean judged = quality.judge(caller.id(), new DecisionId(decision), category(verdict));
    FlashMessages.add(
        redirect, frame.text(judged ? "review.notice.judged" : "review.notice.judged-before"));
    return "redirect:/review/lead/quality";
  }

  private Optional<CategoryKey> category(String verdict) {
    if (verdict.equals(NO_VIOLATION)) {
      return Optional.empty();
    }
    return Optional.of(Optional.of(verdict)
        .filter(CategoryKey::isWellFormed)
        .map(CategoryKey::new)
        .filter(key -> wording.policy().find(key).isPresent())
        .orElseThrow(() -> ProblemException.ofField("verdict", "There is no such choice.")));
  }
}
