package org.vigie.server.report.web;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.vigie.server.access.AccessSettings;
import org.vigie.server.access.OpenToAll;
import org.vigie.server.frame.FormErrors;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Page;
import org.vigie.server.frame.QrPicture;
import org.vigie.server.frame.Tone;
import org.vigie.server.messenger.Messengers;
import org.vigie.server.policy.Category;
import org.vigie.server.policy.Explanations;
import org.vigie.server.policy.Policies;
import org.vigie.server.report.Notice;
import org.vigie.server.report.Origin;
import org.vigie.server.report.answering.ReceiptCode;
import org.vigie.server.report.answering.Receipts;
import org.vigie.server.report.answering.ReceivedFile;
import org.vigie.server.report.checking.FileName;
import org.vigie.server.report.checking.SensitiveCategories;
import org.vigie.server.report.intake.ReportProblems;
import org.vigie.server.report.reporters.Misuse;
import org.vigie.server.report.reporters.MisuseRegister;

/// Shows the state of a notice to anybody who knows the code of its receipt.
@Controller
class ReceiptController {
  /// Behind the address of a receipt: the files of the form were not taken.
  static final String WITHOUT_FILES = "?without=files";

  private static final String OPEN = "the code is what proves the reporter";

  private final Receipts receipts;
  private final Policies policies;
  private final Messengers messengers;
  private final FormPages pages;
  private final MisuseRegister reporters;
  private final URI baseUrl;

  ReceiptController(
      Receipts receipts,
      Policies policies,
      Messengers messengers,
      FormPages pages,
      MisuseRegister reporters,
      AccessSettings settings) {
    this.receipts = receipts;
    this.policies = policies;
    this.messengers = messengers;
    this.pages = pages;
    this.reporters = reporters;
    this.baseUrl = settings.baseUrl();
  }

  @GetMapping("/report/state")
  @OpenToAll(OPEN)
  ResponseEntity<StatePage> ask(Frame frame) {
    return Answers.page(new StatePage(frame, "", FormErrors.NONE));
  }

  @PostMapping("/report/state")
  @OpenToAll(OPEN)
  ResponseEntity<? extends Page> show(Frame frame, @RequestParam(defaultValue = "") String code) {
    Optional<ReceiptCode> known =
        ReceiptCode.typed(code).filter(read -> receipts.find(read).isPresent());
    if (known.isPresent()) {
      return Answers.redirect("/report/r/" + known.get().value());
    }
    FormErrors errors = FormErrors.NONE.with("code", frame.text("report.problem.code"));
    return Answers.page(HttpStatus.UNPROCESSABLE_CONTENT, new StatePage(frame, code, errors));
  }

  @GetMapping("/report/r/{code}")
  @OpenToAll(OPEN)
  ResponseEntity<ReceiptPage> receipt(
      Frame frame, @PathVariable String code, @RequestParam(defaultValue = "") String without) {
    ReceiptCode read = ReceiptCode.typed(code).orElseThrow(ReportProblems::noSuchNotice);
    Notice notice = receipts.find(read).orElseThrow(ReportProblems::noSuchNotice);
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
    return Answers.page(page(frame, read, notice, remarks));
  }

  private ReceiptPage page(Frame frame, ReceiptCode code, Notice notice, List<String> remarks) {
    Optional<Category> category = policies.current().find(notice.claim().category());
    String address = baseUrl.resolve("/report/r/" + code.value()).toString();
    return new ReceiptPage(
        frame,
        code.value(),
        address,
        QrPicture.of(address),
        frame.texts().time(notice.receivedAt()),
        category
            .map(known -> FormPages.name(frame, known))
            .orElse(notice.claim().category().value()),
        messengers.shown(notice.claim().messenger()),
        outcome(frame, notice.progress()),
        Optional.of(receipts.files(notice.id()))
            .filter(files -> !files.isEmpty() || notice.origin() instanceof Origin.Form)
            .filter(_ -> notice.forgotten().content().isEmpty())
            .map(files -> files(frame, files)),
        remarks,
        forgotten(frame, notice.forgotten()),
        category.filter(ReceiptController::needsSupport).isPresent()
            ? pages.support(frame)
            : List.of());
  }

  private static ReceiptPage.Files files(Frame frame, List<ReceivedFile> files) {
    return new ReceiptPage.Files(
        files.isEmpty()
            ? frame.text("report.receipt.files-none")
            : frame.texts().number(files.size()),
        IntStream.range(0, files.size())
            .mapToObj(number -> file(frame, number + 1, files.get(number)))
            .toList());
  }

  private static String file(Frame frame, int number, ReceivedFile file) {
    String name = file.name()
        .map(FileName::value)
        .orElseGet(() -> frame.text("report.receipt.file-unnamed", number));
    return file.bytes().isPresent()
        ? frame.text(
            "report.receipt.file", name, frame.texts().size(file.bytes().getAsLong()))
        : name;
  }

  private static String warning(Frame frame, Misuse misuse) {
    return switch (misuse.measure()) {
      case Misuse.Measure.Warning() -> frame.text("report.receipt.warned");
      case Misuse.Measure.Suspension(Instant until) ->
        frame.text("report.receipt.suspended", frame.texts().time(until));
    };
  }

  private static Optional<String> forgotten(Frame frame, Notice.Forgotten forgotten) {
    return forgotten
        .content()
        .map(at -> frame.text("report.receipt.forgotten", frame.texts().time(at)))
        .or(() -> forgotten
            .reporter()
            .map(at ->
                frame.text("report.receipt.reporter-forgotten", frame.texts().time(at))));
  }

  private static boolean needsSupport(Category category) {
    return SensitiveCategories.isChildAbuse(category)
        || SensitiveCategories.isIntimateImages(category);
  }

  private static Optional<ReceiptPage.OutcomeView> outcome(Frame frame, Notice.Progress progress) {
    Explanations explanations = new Explanations(frame.texts());
    return switch (progress) {
      case Notice.Progress.Open _ -> Optional.empty();
      case Notice.Progress.Decided(Instant at, Notice.Outcome outcome) ->
        Optional.of(new ReceiptPage.OutcomeView(
            outcome.founded() ? Tone.GOOD : Tone.NEUTRAL,
            explanations.state(outcome.founded()),
            frame.texts().time(at),
            explanations.outcome(outcome.sentence(), outcome.automated()),
            explanations.redress()));
    };
  }
}
