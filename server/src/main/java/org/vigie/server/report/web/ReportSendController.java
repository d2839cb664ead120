package org.vigie.server.report.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.vigie.connector.IdempotencyKey;
import org.vigie.server.access.Caller;
import org.vigie.server.access.CallerAddress;
import org.vigie.server.access.OpenToAll;
import org.vigie.server.frame.DatabaseOutage;
import org.vigie.server.frame.FormErrors;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Page;
import org.vigie.server.messenger.Messengers;
import org.vigie.server.policy.Policies;
import org.vigie.server.report.Claim;
import org.vigie.server.report.Origin;
import org.vigie.server.report.ReportedContent;
import org.vigie.server.report.answering.ReceiptTickets;
import org.vigie.server.report.attachments.FileShare;
import org.vigie.server.report.checking.MalformedNoticeException;
import org.vigie.server.report.checking.NewNotice;
import org.vigie.server.report.form.FormPass;
import org.vigie.server.report.intake.Intake;
import org.vigie.server.report.intake.IntakeOutcome;

/// Takes the form from strangers: no cookie is read, and a person signed in on the same browser is
/// not recorded.
@Controller
class ReportSendController {
  private static final Duration A_MOMENT = Duration.ofSeconds(30);

  private final Policies policies;
  private final Messengers messengers;
  private final FormPages pages;
  private final Intake intake;
  private final FormGate gate;
  private final ReceiptTickets tickets;

  ReportSendController(
      Policies policies,
      Messengers messengers,
      FormPages pages,
      Intake intake,
      FormGate gate,
      ReceiptTickets tickets) {
    this.tickets = tickets;
    this.policies = policies;
    this.messengers = messengers;
    this.pages = pages;
    this.intake = intake;
    this.gate = gate;
  }

  @PostMapping(path = "/report/notices", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @OpenToAll("whoever saw something wrong can say so, without an account")
  ResponseEntity<? extends Page> send(
      Frame frame, HttpServletRequest request, CallerAddress address) throws IOException {
    Optional<NetworkShare.Place> place = gate.uploads().form(address);
    if (place.isEmpty()) {
      throw FormGate.busy(A_MOMENT);
    }
    try (NetworkShare.Place _ = place.get();
        Upload upload = gate.uploads().files(address)) {
      SentForm form = SentForm.read(request, gate.maxFile(), upload);
      return send(new Attempt(frame, Where.of(form::field), form, address));
    }
  }

  /// One form that was sent.
  private record Attempt(Frame frame, Where where, SentForm form, CallerAddress address) {
    Said said() {
      return Said.of(form::field);
    }

    /// Returns whether nobody could act on it: it leads to no content, brings none, and describes
    /// none.
    boolean isEmpty() {
      return where.link().isEmpty()
          && where.message().isEmpty()
          && form.field("explanation").isBlank()
          && form.defects().isEmpty()
          && form.files().isEmpty();
    }
  }

  private ResponseEntity<? extends Page> send(Attempt attempt) throws IOException {
    Optional<Chosen> chosen = Chosen.of(attempt.where(), policies.current(), messengers);
    return chosen.isPresent()
        ? sendOrShowAgain(attempt, chosen.get())
        : Answers.page(
            HttpStatus.UNPROCESSABLE_CONTENT,
            pages.reasons(attempt.frame(), attempt.where(), attempt.said()));
  }

  /// Catches an outage of the database here, so that the typed text is not lost.
  private ResponseEntity<? extends Page> sendOrShowAgain(Attempt attempt, Chosen chosen)
      throws IOException {
    try {
      return attempt.form().trouble().isPresent()
          ? withoutFiles(attempt, chosen, attempt.form().trouble().get())
          : send(attempt, chosen);
    } catch (RuntimeException e) {
      if (!DatabaseOutage.isCauseOf(e)) {
        throw e;
      }
      String sentence = attempt.frame().text("report.problem.outage");
      return page(HttpStatus.SERVICE_UNAVAILABLE, attempt, chosen, sentence);
    }
  }

  /// Shows the typed text again if the files did not arrive. Does not wait for the rest of the
  /// body.
  private ResponseEntity<? extends Page> withoutFiles(
      Attempt attempt, Chosen chosen, SentForm.Trouble trouble) {
    HttpStatus status =
        switch (trouble) {
          case BUSY -> HttpStatus.TOO_MANY_REQUESTS;
          case TOO_SLOW -> HttpStatus.UNPROCESSABLE_CONTENT;
          case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
        };
    String sentence = attempt.frame().texts().get("report.upload", trouble);
    SendPage page = pages.send(
        attempt.frame(),
        attempt.where(),
        chosen,
        attempt.said(),
        FormErrors.NONE.with(SentFiles.FIELD, sentence));
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.status(status).header(HttpHeaders.CACHE_CONTROL, "no-store");
    return trouble == SentForm.Trouble.BUSY
        ? answer.body(page)
        : answer.header(HttpHeaders.CONNECTION, "close").body(page);
  }

  private ResponseEntity<? extends Page> send(Attempt attempt, Chosen chosen) throws IOException {
    Optional<FormPass> pass = gate.passes().read(attempt.form().field("pass"));
    if (pass.isEmpty()) {
      return again(attempt, chosen, "report.problem.expired");
    }
    boolean worked = pass.get().isProvenBy(attempt.form().field("nonce"));
    try {
      List<MalformedNoticeException> mistakes = mistakes(attempt, chosen, pass.get());
      if (!mistakes.isEmpty() || attempt.isEmpty()) {
        return refused(attempt, chosen, mistakes);
      }
      Optional<Duration> wait = gate.throttle().take(attempt.address(), worked);
      return wait.isPresent()
          ? tooMany(attempt, chosen, worked, wait.get())
          : receive(attempt, chosen, pass.get());
    } catch (MalformedNoticeException mistake) {
      return refused(attempt, chosen, List.of(mistake));
    }
  }

  /// Returns all mistakes: first of parts that were too large to read, then of the place, then the
  /// rest.
  private List<MalformedNoticeException> mistakes(Attempt attempt, Chosen chosen, FormPass pass) {
    List<MalformedNoticeException> ofPlace = chosen.mistakes(attempt.where());
    ReportedContent place =
        ofPlace.isEmpty() ? chosen.reported(attempt.where().sentPlace()) : chosen.standIn();
    return Stream.of(
            attempt.form().defects(),
            ofPlace,
            intake.mistakes(notice(attempt, chosen, pass, place)))
        .flatMap(List::stream)
        .toList();
  }

  /// Takes the text even if no more files are accepted.
  private ResponseEntity<? extends Page> receive(Attempt attempt, Chosen chosen, FormPass pass)
      throws IOException {
    FileShare share = gate.quotas().of(attempt.address());
    ReportedContent place = chosen.reported(attempt.where().sentPlace());
    IntakeOutcome outcome = intake.receive(notice(attempt, chosen, pass, place), share);
    return answer(attempt, chosen, outcome, share.isSpent() ? ReceiptController.WITHOUT_FILES : "");
  }

  private static NewNotice notice(
      Attempt attempt, Chosen chosen, FormPass pass, ReportedContent place) {
    Said said = attempt.said();
    Claim claim = new Claim(
        chosen.ground(),
        chosen.category().key(),
        said.explanation(),
        List.of(place),
        place.subject().messenger(),
        chosen.surface(),
        said.goodFaith(),
        attempt.frame().texts().language(),
        said.details());
    Optional<Origin.Contact> contact = chosen.needsContact()
        ? Optional.of(new Origin.Contact(said.name().strip(), said.email().strip()))
        : Optional.empty();
    return new NewNotice(
        new Caller.Vigie(),
        Optional.of(new IdempotencyKey(pass.text())),
        new Origin.Form(contact),
        claim,
        attempt.form().files());
  }

  private ResponseEntity<? extends Page> answer(
      Attempt attempt, Chosen chosen, IntakeOutcome outcome, String remark) {
    return switch (outcome) {
      case IntakeOutcome.Received(var receipt) ->
        Answers.redirect(ReceiptController.BY_TICKET + tickets.of(receipt.notice()) + remark);
      case IntakeOutcome.Suspended(Instant until, var _) ->
        page(
            HttpStatus.FORBIDDEN,
            attempt,
            chosen,
            attempt
                .frame()
                .text("report.problem.suspended", attempt.frame().texts().time(until)));
      case IntakeOutcome.KeyReused() -> again(attempt, chosen, "report.problem.sent");
    };
  }

  private ResponseEntity<? extends Page> tooMany(
      Attempt attempt, Chosen chosen, boolean worked, Duration wait) {
    String key = worked ? "report.problem.too-many" : "report.problem.too-many-without-work";
    String sentence = attempt.frame().text(key, wait.plusSeconds(59).toMinutes());
    return page(HttpStatus.TOO_MANY_REQUESTS, attempt, chosen, sentence);
  }

  private ResponseEntity<SendPage> again(Attempt attempt, Chosen chosen, String key) {
    return page(
        HttpStatus.UNPROCESSABLE_CONTENT, attempt, chosen, attempt.frame().text(key));
  }

  private ResponseEntity<SendPage> page(
      HttpStatusCode status, Attempt attempt, Chosen chosen, String sentence) {
    FormErrors errors = FormErrors.NONE.with("send", sentence);
    return Answers.page(
        status, pages.send(attempt.frame(), attempt.where(), chosen, attempt.said(), errors));
  }

  private ResponseEntity<? extends Page> refused(
      Attempt attempt, Chosen chosen, List<MalformedNoticeException> mistakes) {
    FormErrors errors = Mistakes.errors(attempt.frame(), mistakes);
    return Answers.page(
        HttpStatus.UNPROCESSABLE_CONTENT,
        mistakes.stream().anyMatch(Mistakes::isAboutPlace)
            ? pages.where(
                attempt.frame(),
                attempt.where(),
                chosen,
                attempt.said(),
                Mistakes.errorsAtPlace(attempt.frame(), mistakes))
            : pages.send(
                attempt.frame(),
                attempt.where(),
                chosen,
                attempt.said(),
                attempt.isEmpty() ? askedForOne(attempt, errors) : errors));
  }

  /// Asks for a link, a file or a sentence: a report without any cannot be acted upon.
  private static FormErrors askedForOne(Attempt attempt, FormErrors errors) {
    return errors.with("explanation", attempt.frame().text("report.problem.nothing"));
  }
}
