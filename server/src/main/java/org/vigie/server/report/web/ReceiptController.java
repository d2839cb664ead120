package org.vigie.server.report.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.vigie.server.access.OpenToAll;
import org.vigie.server.frame.FormErrors;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Page;
import org.vigie.server.report.Notice;
import org.vigie.server.report.answering.ReceiptCode;
import org.vigie.server.report.answering.ReceiptCodes;
import org.vigie.server.report.answering.ReceiptTickets;
import org.vigie.server.report.answering.Receipts;
import org.vigie.server.report.reporters.Misuse;
import org.vigie.server.report.reporters.MisuseRegister;

/// Shows the state of a notice to anybody who knows the code of its receipt.
@Controller
class ReceiptController {
  /// A receipt that was just made or asked for, by its ticket: no history keeps its code.
  static final String BY_TICKET = "/report/receipt/";

  /// Behind the address of a receipt: the files of the form were not taken.
  static final String WITHOUT_FILES = "?without=files";

  private static final String OPEN = "the code is what proves the reporter";

  private final Receipts receipts;
  private final ReceiptCodes codes;
  private final ReceiptTickets tickets;
  private final ReceiptPages pages;
  private final MisuseRegister reporters;

  ReceiptController(
      Receipts receipts,
      ReceiptCodes codes,
      ReceiptTickets tickets,
      ReceiptPages pages,
      MisuseRegister reporters) {
    this.receipts = receipts;
    this.codes = codes;
    this.tickets = tickets;
    this.pages = pages;
    this.reporters = reporters;
  }

  @GetMapping("/report/state")
  @OpenToAll(OPEN)
  ResponseEntity<StatePage> ask(Frame frame) {
    return Answers.page(new StatePage(frame, "", FormErrors.NONE));
  }

  @PostMapping("/report/state")
  @OpenToAll(OPEN)
  ResponseEntity<? extends Page> show(Frame frame, @RequestParam(defaultValue = "") String code) {
    Optional<Notice> known = ReceiptCode.typed(code).flatMap(receipts::find);
    return known.isPresent()
        ? Answers.redirect(BY_TICKET + tickets.of(known.get().id()))
        : unknown(frame, HttpStatus.UNPROCESSABLE_CONTENT, code);
  }

  /// Asks for the code again once the ticket has ended.
  @GetMapping(BY_TICKET + "{ticket}")
  @OpenToAll(OPEN)
  ResponseEntity<? extends Page> again(
      Frame frame, @PathVariable String ticket, @RequestParam(defaultValue = "") String without) {
    Optional<Notice> found = tickets.read(ticket).flatMap(receipts::find);
    return found.isPresent()
        ? receipt(frame, codes.of(found.get().id()), found.get(), without)
        : Answers.redirect("/report/state");
  }

  @GetMapping("/report/r/{code}")
  @OpenToAll(OPEN)
  ResponseEntity<? extends Page> receipt(
      Frame frame, @PathVariable String code, @RequestParam(defaultValue = "") String without) {
    Optional<ReceiptCode> read = ReceiptCode.typed(code);
    Optional<Notice> found = read.flatMap(receipts::find);
    return found.isPresent()
        ? receipt(frame, read.orElseThrow(), found.get(), without)
        : unknown(frame, HttpStatus.NOT_FOUND, code);
  }

  /// Says the same of a code that is none and of one that no report has: nobody learns which are
  /// well formed, or near to one.
  private static ResponseEntity<StatePage> unknown(Frame frame, HttpStatus status, String code) {
    FormErrors errors = FormErrors.NONE.with("code", frame.text("report.problem.code"));
    return Answers.page(status, new StatePage(frame, code, errors));
  }

  private ResponseEntity<ReceiptPage> receipt(
      Frame frame, ReceiptCode code, Notice notice, String without) {
    List<String> remarks = Stream.concat(
            Stream.concat(
                receipts.reopened(notice.id()).stream()
                    .map(at ->
                        frame.text("report.receipt.reopened", frame.texts().time(at))),
                Stream.of("files")
                    .filter(without::equals)
                    .map(_ -> frame.text("report.receipt.without-files"))),
            reporters
                .current(notice.origin(), notice.claim().messenger())
                .map(misuse -> warning(frame, misuse))
                .stream())
        .toList();
    return Answers.page(pages.page(frame, code, notice, receipts.files(notice.id()), remarks));
  }

  private static String warning(Frame frame, Misuse misuse) {
    return switch (misuse.measure()) {
      case Misuse.Measure.Warning() -> frame.text("report.receipt.warned");
      case Misuse.Measure.Suspension(Instant until) ->
        frame.text("report.receipt.suspended", frame.texts().time(until));
    };
  }
}
