package org.vigie.server.report.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.vigie.server.access.OpenToAll;
import org.vigie.server.frame.FormErrors;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Page;
import org.vigie.server.frame.VisitorTurns;
import org.vigie.server.messenger.Messengers;
import org.vigie.server.policy.Policies;
import org.vigie.server.report.checking.MalformedNoticeException;

/// Shows the steps of the form before it is sent. The answers travel in bodies only, from step to
/// step, so that no history, proxy or log has them; there is no session, and nothing is stored
/// before the end. The address of the first step may name the place, as links of messengers do.
@Controller
class ReportFormController {
  private static final String OPEN = "whoever saw something wrong can say so, without an account";
  private static final String TYPED = MediaType.APPLICATION_FORM_URLENCODED_VALUE;

  private final Policies policies;
  private final Messengers messengers;
  private final FormPages pages;
  private final VisitorTurns turns;

  ReportFormController(
      Policies policies, Messengers messengers, FormPages pages, VisitorTurns turns) {
    this.policies = policies;
    this.messengers = messengers;
    this.pages = pages;
    this.turns = turns;
  }

  private static UnaryOperator<String> fields(HttpServletRequest request) {
    return name -> Optional.ofNullable(request.getParameter(name)).orElse("");
  }

  /// Reads the body, and then waits for its turn.
  private UnaryOperator<String> sentFields(HttpServletRequest request) throws InterruptedException {
    UnaryOperator<String> fields = fields(request);
    String _ = fields.apply("reason");
    turns.await(request);
    return fields;
  }

  @GetMapping("/report")
  @OpenToAll(OPEN)
  ResponseEntity<ReasonPage> reasons(Frame frame, HttpServletRequest request) {
    return Answers.page(pages.reasons(frame, Where.of(fields(request)), Said.NOTHING));
  }

  /// Goes back to the first step; messengers may send their links so, too.
  @PostMapping(path = "/report", consumes = TYPED)
  @OpenToAll(OPEN)
  ResponseEntity<ReasonPage> reasonsAgain(Frame frame, HttpServletRequest request)
      throws InterruptedException {
    UnaryOperator<String> fields = sentFields(request);
    return Answers.page(pages.reasons(frame, Where.of(fields), Said.of(fields)));
  }

  /// Starts again: a later step without a body has no answers.
  @GetMapping({FormPages.WHERE, FormPages.SEND})
  @OpenToAll(OPEN)
  ResponseEntity<Void> startAgain() {
    return Answers.elsewhere(FormPages.REASON);
  }

  @PostMapping(path = FormPages.WHERE, consumes = TYPED)
  @OpenToAll(OPEN)
  ResponseEntity<? extends Page> where(Frame frame, HttpServletRequest request)
      throws InterruptedException {
    UnaryOperator<String> fields = sentFields(request);
    Where where = Where.of(fields);
    Said said = Said.of(fields);
    return Chosen.of(where, policies.current(), messengers)
        .<ResponseEntity<? extends Page>>map(chosen -> Answers.page(
            pages.where(frame, where, chosen, said, Mistakes.errors(frame, chosen.unknown(where)))))
        .orElseGet(() -> Answers.page(pages.reasons(frame, where, said)));
  }

  @PostMapping(path = FormPages.SEND, consumes = TYPED)
  @OpenToAll(OPEN)
  ResponseEntity<? extends Page> send(Frame frame, HttpServletRequest request)
      throws InterruptedException {
    UnaryOperator<String> fields = sentFields(request);
    Where where = Where.of(fields);
    Said said = Said.of(fields);
    Optional<Chosen> chosen = Chosen.of(where, policies.current(), messengers);
    if (chosen.isEmpty()) {
      return Answers.page(pages.reasons(frame, where, said));
    }
    List<MalformedNoticeException> mistakes = chosen.get().mistakes(where);
    if (!mistakes.isEmpty()) {
      return Answers.page(
          HttpStatus.UNPROCESSABLE_CONTENT,
          pages.where(frame, where, chosen.get(), said, Mistakes.errors(frame, mistakes)));
    }
    return Answers.page(pages.send(frame, where, chosen.get(), said, FormErrors.NONE));
  }
}
