package org.vigie.server.review.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.vigie.server.access.Caller;
import org.vigie.server.access.Permission;
import org.vigie.server.access.Requires;
import org.vigie.server.frame.FlashMessages;
import org.vigie.server.frame.Frame;
import org.vigie.server.review.queueing.OwnFilters;

/// Keeps the filters that people give a name.
@Controller
class FilterController {
  private final OwnFilters filters;

  FilterController(OwnFilters filters) {
    this.filters = filters;
  }

  @PostMapping("/review/filters")
  @Requires(Permission.CASES_DECIDE)
  String keep(
      Frame frame,
      Caller.Person caller,
      RedirectAttributes redirect,
      @ModelAttribute FilterForm form,
      @RequestParam(defaultValue = "") String name) {
    String stripped = name.strip();
    boolean named = !stripped.isEmpty() && stripped.length() <= OwnFilters.LONGEST;
    boolean kept = named && filters.keep(caller.id(), stripped, form.read());
    FlashMessages.add(
        redirect, frame.text(kept ? "review.notice.filter-kept" : "review.notice.filter-not-kept"));
    return "redirect:" + form.address(0);
  }

  @PostMapping("/review/filters/forget")
  @Requires(Permission.CASES_DECIDE)
  String forget(
      Frame frame,
      Caller.Person caller,
      RedirectAttributes redirect,
      @RequestParam(defaultValue = "") String name) {
    filters.forget(caller.id(), name);
    FlashMessages.add(redirect, frame.text("review.notice.filter-forgotten"));
    return "redirect:/review";
  }
}
