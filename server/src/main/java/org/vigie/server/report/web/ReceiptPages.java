package org.vigie.server.report.web;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.vigie.connector.Reference;
import org.vigie.server.access.AccessSettings;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.QrPicture;
import org.vigie.server.frame.Tone;
import org.vigie.server.messenger.Messengers;
import org.vigie.server.policy.Category;
import org.vigie.server.policy.Explanations;
import org.vigie.server.policy.Policies;
import org.vigie.server.report.Claim;
import org.vigie.server.report.Notice;
import org.vigie.server.report.Origin;
import org.vigie.server.report.ReportedContent;
import org.vigie.server.report.answering.ReceiptCode;
import org.vigie.server.report.answering.ReceivedFile;
import org.vigie.server.report.checking.FileName;
import org.vigie.server.report.checking.SensitiveCategories;

/// Makes the page of a receipt: the report and its time, the outcome, and the next steps, in
/// the viewer's language.
public final class ReceiptPages {
  private final Policies policies;
  private final Messengers messengers;
  private final FormPages pages;
  private final URI baseUrl;

  public ReceiptPages(
      Policies policies, Messengers messengers, FormPages pages, AccessSettings settings) {
    this.policies = policies;
    this.messengers = messengers;
    this.pages = pages;
    this.baseUrl = settings.baseUrl();
  }

  ReceiptPage page(
      Frame frame,
      ReceiptCode code,
      Notice notice,
      List<ReceivedFile> files,
      List<String> remarks) {
    Optional<Category> category = policies.current().find(notice.claim().category());
    Optional<ReceiptPage.OutcomeView> outcome = outcome(frame, notice);
    String address = baseUrl.resolve("/report/r/" + code.value()).toString();
    return new ReceiptPage(
        frame,
        code.value(),
        address,
        QrPicture.of(address),
        steps(frame, notice, outcome),
        next(frame, notice),
        outcome,
        facts(frame, notice.claim(), category),
        notice.claim().explanation(),
        Optional.of(files)
            .filter(each -> !each.isEmpty() || notice.origin() instanceof Origin.Form)
            .filter(_ -> notice.forgotten().content().isEmpty())
            .map(each -> files(frame, each)),
        remarks,
        forgotten(frame, notice.forgotten()),
        category.filter(ReceiptPages::needsSupport).isPresent() ? pages.support(frame) : List.of());
  }

  private static List<ReceiptPage.Step> steps(
      Frame frame, Notice notice, Optional<ReceiptPage.OutcomeView> outcome) {
    List<ReceiptPage.Step> steps = new ArrayList<>();
    steps.add(new ReceiptPage.Step(
        frame.texts().time(notice.receivedAt()), frame.text("report.receipt.arrived")));
    outcome.ifPresent(
        found -> steps.add(new ReceiptPage.Step(found.at(), String.join(" ", found.sentences()))));
    return List.copyOf(steps);
  }

  private static List<String> next(Frame frame, Notice notice) {
    return switch (notice.progress()) {
      case Notice.Progress.Open _ ->
        Stream.concat(
                Stream.of(frame.text("report.receipt.next")),
                hasContact(notice)
                    ? Stream.of(frame.text("report.receipt.next-mail"))
                    : Stream.empty())
            .toList();
      case Notice.Progress.Decided _ -> List.of(frame.text("report.receipt.next-decided"));
    };
  }

  private static boolean hasContact(Notice notice) {
    return notice.origin() instanceof Origin.Form(var contact) && contact.isPresent();
  }

  private List<ReceiptPage.Fact> facts(Frame frame, Claim claim, Optional<Category> category) {
    Stream<Optional<ReceiptPage.Fact>> first = Stream.of(
        fact(
            frame,
            "category",
            category
                .map(known -> FormPages.name(frame, known))
                .or(() -> Optional.of(claim.category().value()))),
        fact(frame, "ground", Optional.of(frame.texts().get("report.ground", claim.ground()))),
        fact(frame, "messenger", messengers.shown(claim.messenger())),
        fact(frame, "surface", Optional.of(frame.texts().get("report.surface", claim.surface()))));
    return Stream.concat(first, claim.reported().stream().flatMap(each -> place(frame, each)))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Stream<Optional<ReceiptPage.Fact>> place(Frame frame, ReportedContent content) {
    return Stream.of(
        fact(frame, "link", content.address()),
        fact(frame, "account", content.subject().account().map(Reference::value)),
        fact(frame, "room", content.subject().room().map(Reference::value)),
        fact(frame, "message", content.subject().message().map(Reference::value)));
  }

  private static Optional<ReceiptPage.Fact> fact(
      Frame frame, String field, Optional<String> value) {
    return value.map(text -> new ReceiptPage.Fact(frame.text("report.field." + field), text));
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

  private static Optional<ReceiptPage.OutcomeView> outcome(Frame frame, Notice notice) {
    Explanations explanations = new Explanations(frame.texts());
    return switch (notice.progress()) {
      case Notice.Progress.Open _ -> Optional.empty();
      case Notice.Progress.Decided(Instant at, Notice.Outcome outcome) ->
        Optional.of(new ReceiptPage.OutcomeView(
            outcome.founded() ? Tone.GOOD : Tone.NEUTRAL,
            explanations.state(outcome.founded()),
            frame.texts().time(at),
            explanations.outcome(
                sentence(explanations, notice.claim(), outcome), outcome.automated()),
            explanations.redress()));
    };
  }

  /// Returns the sentence that was told, or in another language than that of the notice, the
  /// finding behind it.
  private static String sentence(Explanations explanations, Claim claim, Notice.Outcome outcome) {
    return outcome.sentence().isEmpty()
            || claim.language() == explanations.texts().language()
        ? outcome.sentence()
        : outcome.finding().map(explanations::finding).orElse(outcome.sentence());
  }
}
