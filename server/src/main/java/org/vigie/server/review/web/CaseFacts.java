package org.vigie.server.review.web;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.vigie.server.frame.Choice;
import org.vigie.server.policy.Explanations;
import org.vigie.server.review.queueing.CaseFile;
import org.vigie.server.review.web.CasePage.Evidence;
import org.vigie.server.review.web.CasePage.MatchRow;
import org.vigie.server.review.web.CasePage.MessageRow;

/// The facts that a reviewer can choose for an explanation: those that the policy has for the
/// category, then those of the case itself.
final class CaseFacts {
  private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"”»]{1,200}");

  private CaseFacts() {}

  /// @param reader the words of the person concerned
  static List<Choice> of(CaseFile file, Evidence evidence, Words reader) {
    Stream<String> general =
        reader
            .policy()
            .review()
            .factsOf(file.subject().category(), reader.texts().language())
            .stream();
    return Stream.concat(general, ofCase(file, evidence, reader.explanations()))
        .distinct()
        .map(text -> new Choice(text, text))
        .toList();
  }

  private static Stream<String> ofCase(CaseFile file, Evidence evidence, Explanations reader) {
    Optional<String> said = reported(evidence);
    return Stream.of(
            said.map(RailViews::excerpt).filter(text -> !text.isEmpty()).map(reader::quoted),
            said.flatMap(CaseFacts::link).map(reader::linked),
            nearest(evidence).map(match -> resembles(match, reader)),
            Optional.of(file.subject().material().notices().size())
                .filter(reports -> reports > 1)
                .map(reader::reported),
            Optional.of(file.outlook().strikes())
                .filter(strikes -> strikes > 0)
                .map(strikes -> reader.before(strikes, file.outlook().days())))
        .flatMap(Optional::stream);
  }

  private static Optional<String> reported(Evidence evidence) {
    return evidence.snapshots().stream()
        .flatMap(snapshot -> snapshot.thread().stream())
        .filter(MessageRow::reported)
        .map(message -> unbracketed(message.text()))
        .findFirst();
  }

  /// Double brackets of the message would count as a gap of the explanation.
  private static String unbracketed(String text) {
    return text.replaceAll("\\[{2,}", "[").replaceAll("]{2,}", "]");
  }

  private static Optional<String> link(String text) {
    Matcher found = LINK.matcher(text);
    return found.find() ? Optional.of(found.group()) : Optional.empty();
  }

  private static Optional<MatchRow> nearest(Evidence evidence) {
    return evidence.scans().stream()
        .flatMap(scan -> scan.matches().stream())
        .min(Comparator.comparing((MatchRow match) -> !match.nearness().exact())
            .thenComparingInt(match -> match.nearness().distance()));
  }

  private static String resembles(MatchRow match, Explanations reader) {
    return match.nearness().exact()
        ? reader.identical(match.bank())
        : reader.similar(
            match.bank(), match.nearness().distance(), match.nearness().radius());
  }
}
