package org.vigie.server.review.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.ResponseBody;
import org.vigie.server.access.Look;
import org.vigie.server.access.Permission;
import org.vigie.server.access.Requires;
import org.vigie.server.frame.Frame;
import org.vigie.server.review.web.CasePage.NamedMeasures;

/// Names the measures of a form that is being filled in, so that the button bears what it does.
@Controller
class ButtonController {
  private final Wording wording;

  ButtonController(Wording wording) {
    this.wording = wording;
  }

  @GetMapping("/review/button")
  @ResponseBody
  @Requires(Permission.CASES_DECIDE)
  @Look(Look.Kind.NOTHING_PERSONAL)
  NamedMeasures button(Frame frame, @ModelAttribute VerdictForm form) {
    return DecideForms.namedOrNot(form.fields().measures(), wording.in(frame));
  }
}
