package org.vigie.server.report.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.vigie.server.access.OpenToAll;
import org.vigie.server.frame.FormErrors;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Page;
import org.vigie.server.messenger.Messengers;
import org.vigie.server.policy.Policies;
import org.vigie.server.report.checking.MalformedNoticeException;

/// Shows the steps of the form before it is sent. The address carries the answers, so there is no
/// session, and nothing is stored before the end.
@Controller
class ReportFormController {
  private static final String OPEN = "whoever saw something wrong can say so, without an account";

  private final Policies policies;
  private final Messengers messengers;
  private final FormPages pages;

  ReportFormController(Policies policies, Messengers messengers, FormPages pages) {
    this.policies = policies;
    this.messengers = messengers;
    this.pages = pages;
  }

  private static Where where(HttpServletRequest request) {
    return Where.of(name -> Optional.ofNullable(request.getParameter(name)).orElse(""));
  }

  @GetMapping("/report")
  @OpenToAll(OPEN)
  ResponseEntity<ReasonPage> reasons(Frame frame, HttpServletRequest request) {
    return Answers.page(pages.reasons(frame, where(request)));
  }

  @GetMapping(FormPages.WHERE)
  @OpenToAll(OPEN)
  ResponseEntity<? extends Page> where(Frame frame, HttpServletRequest request) {
    Where where = where(request);
    return Chosen.of(where, policies.current(), messengers)
        .<ResponseEntity<? extends Page>>map(chosen -> Answers.page(
            pages.where(frame, where, chosen, Mistakes.errors(frame, chosen.unknown(where)))))
        .orElseGet(() -> Answers.page(pages.reasons(frame, where)));
  }

  @GetMapping(FormPages.SEND)
  @OpenToAll(OPEN)
  ResponseEntity<? extends Page> send(Frame frame, HttpServletRequest request) {
    Where where = where(request);
    Optional<Chosen> chosen = Chosen.of(where, policies.current(), messengers);
    if (chosen.isEmpty()) {
      return Answers.page(pages.reasons(frame, where));
    }
    List<MalformedNoticeException> mistakes = chosen.get().mistakes(where);
    if (!mistakes.isEmpty()) {
      return Answers.page(
          HttpStatus.UNPROCESSABLE_CONTENT,
          pages.where(frame, where, chosen.get(), Mistakes.errors(frame, mistakes)));
    }
    return Answers.page(
        pages.send(frame, where, chosen.get(), SendPage.Said.NOTHING, FormErrors.NONE));
  }
}
