package org.vigie.server.review.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.vigie.server.access.Caller;
import org.vigie.server.access.Look;
import org.vigie.server.access.People;
import org.vigie.server.access.Permission;
import org.vigie.server.access.Requires;
import org.vigie.server.frame.FlashMessages;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.ProblemException;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.review.queueing.Cases;
import org.vigie.server.review.queueing.OptOuts;

/// Lets reviewers opt out of categories, and shows the opt-outs to leads.
@Controller
class OptOutController {
  private static final String SETTINGS = "redirect:/review/settings";

  private final Cases cases;
  private final OptOuts optOuts;
  private final Wording wording;
  private final People people;

  OptOutController(Cases cases, OptOuts optOuts, Wording wording, People people) {
    this.cases = cases;
    this.optOuts = optOuts;
    this.wording = wording;
    this.people = people;
  }

  @PostMapping("/review/settings/opt-outs")
  @Requires(Permission.CASES_DECIDE)
  String add(
      Frame frame,
      Caller.Person caller,
      RedirectAttributes redirect,
      @RequestParam(defaultValue = "") String left) {
    CategoryKey key = category(left);
    if (wording.policy().find(key).isEmpty()) {
      throw noSuchCategory();
    }
    optOuts.add(caller.id(), key);
    FlashMessages.add(redirect, frame.text("review.notice.settings"));
    return SETTINGS;
  }

  @PostMapping("/review/settings/opt-outs/remove")
  @Requires(Permission.CASES_DECIDE)
  String remove(
      Frame frame,
      Caller.Person caller,
      RedirectAttributes redirect,
      @RequestParam(defaultValue = "") String left) {
    optOuts.remove(caller.id(), category(left));
    FlashMessages.add(redirect, frame.text("review.notice.settings"));
    return SETTINGS;
  }

  private static CategoryKey category(String name) {
    if (!CategoryKey.isWellFormed(name)) {
      throw noSuchCategory();
    }
    return new CategoryKey(name);
  }

  private static ProblemException noSuchCategory() {
    return ProblemException.ofField("left", "There is no such category.");
  }

  @GetMapping("/review/lead/opt-outs")
  @ResponseBody
  @Requires(Permission.CASES_LEAD)
  @Look(Look.Kind.RECORDED)
  OptOutsPage all(Frame frame) {
    Words words = wording.in(frame);
    return new OptOutsPage(
        frame,
        cases.dangers(),
        optOuts.all().stream()
            .map(each -> new OptOutsPage.Row(
                people.find(each.person()).map(found -> found.name().value()).orElse("–"),
                words.category(each.category()),
                words.texts().moment(each.since())))
            .toList());
  }
}
