package org.vigie.server.review.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.server.frame.Texts;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.review.quality.Difference;
import org.vigie.server.review.quality.Quality;
import org.vigie.server.review.quality.ReviewerAgreement;

/// Draws how far two people who judged the same cases agree, and lists where they do not.
final class AgreementViews {
  private static final double PERCENT = 100;

  private final Quality quality;

  AgreementViews(Quality quality) {
    this.quality = quality;
  }

  Figure of(Words words) {
    Texts texts = words.texts();
    Quality.ReviewerAgreements found = quality.agreements();
    String checks = texts.get("review.lead.checks");
    String seconds = texts.get("review.lead.seconds");
    String title = texts.get("review.lead.agreement");
    return new Figure(
        "agreement",
        title,
        texts.get("review.lead.agreement.lead", ReviewerAgreement.FEWEST),
        Optional.of(Bars.of(
            title,
            List.of(
                new Bars.Part(texts.get("review.lead.same"), "first"),
                new Bars.Part(texts.get("review.lead.different"), "bad")),
            List.of(bar(checks, found.checks(), texts), bar(seconds, found.seconds(), texts)))),
        Optional.empty(),
        Stream.concat(Stream.of(sheet(title, checks, seconds, found, texts)), differences(words))
            .toList(),
        found.checks().pairs() + found.seconds().pairs() == 0
            ? texts.get("review.lead.agreement.none")
            : "");
  }

  private static Sheet sheet(
      String title, String checks, String seconds, Quality.ReviewerAgreements found, Texts texts) {
    return new Sheet(
        title,
        Stream.of("who", "pairs", "share", "kappa")
            .map(column -> texts.get("review.lead." + column))
            .toList(),
        List.of(row(checks, found.checks(), texts), row(seconds, found.seconds(), texts)));
  }

  private static Bars.Value bar(String who, ReviewerAgreement agreement, Texts texts) {
    long same = Math.round(agreement.share() * agreement.pairs());
    return new Bars.Value(
        who,
        Optional.empty(),
        List.of(same, agreement.pairs() - same),
        texts.get(
            "review.lead.agreement.figure", same, agreement.pairs(), kappa(agreement, texts)));
  }

  private static Sheet.Row row(String who, ReviewerAgreement agreement, Texts texts) {
    return Sheet.Row.of(
        Sheet.Cell.of(who),
        Sheet.Cell.of(texts.number(agreement.pairs())),
        Sheet.Cell.of(
            agreement.pairs() == 0
                ? "–"
                : texts.get("review.lead.percent", Math.round(agreement.share() * PERCENT))),
        Sheet.Cell.of(kappa(agreement, texts)));
  }

  /// A kappa of few cases says nothing, and so is not shown. Where all answers are the same there
  /// is none, however many they are.
  private static String kappa(ReviewerAgreement agreement, Texts texts) {
    if (agreement.pairs() < ReviewerAgreement.FEWEST) {
      return texts.get("review.lead.kappa.few");
    }
    return agreement.kappa().isPresent()
        ? String.format(texts.language().locale(), "%.2f", agreement.kappa().getAsDouble())
        : "–";
  }

  private Stream<Sheet> differences(Words words) {
    return Stream.of(
            sheet("review.lead.checks.different", quality.judgedDifferently(), words),
            sheet("review.lead.seconds.different", quality.decidedDifferently(), words))
        .filter(sheet -> !sheet.rows().isEmpty());
  }

  private static Sheet sheet(String key, List<Difference> differences, Words words) {
    Texts texts = words.texts();
    return new Sheet(
        texts.get(key),
        Stream.of(
                "review.column.case", "review.lead.first", "review.lead.second", "review.column.at")
            .map(head -> texts.get(head))
            .toList(),
        differences.stream()
            .map(each -> Sheet.Row.of(
                Sheet.Cell.of(
                    Long.toString(each.subject().value()), Claims.address(each.subject())),
                Sheet.Cell.of(verdict(each.first(), words)),
                Sheet.Cell.of(verdict(each.second(), words)),
                Sheet.Cell.of(texts.time(each.at()))))
            .toList());
  }

  private static String verdict(Optional<CategoryKey> category, Words words) {
    return category.map(words::category).orElseGet(() -> words.texts().get("review.verdict.none"));
  }
}
