package org.vigie.server.review.web;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.vigie.server.access.Permission;
import org.vigie.server.access.PersonId;
import org.vigie.server.access.Viewer;
import org.vigie.server.frame.Language;
import org.vigie.server.frame.Texts;
import org.vigie.server.policy.ReviewRules.HelpLine;
import org.vigie.server.review.cases.Case;
import org.vigie.server.review.queueing.AuthorityNotes;
import org.vigie.server.review.queueing.CaseFile;
import org.vigie.server.review.queueing.Cases;
import org.vigie.server.review.web.CasePage.Fact;

/// Puts the steps into words that are due where somebody's life is in danger.
final class DangerViews {
  private final AuthorityNotes notes;
  private final Cases cases;
  private final MessageSource messages;

  DangerViews(AuthorityNotes notes, Cases cases, MessageSource messages) {
    this.notes = notes;
    this.cases = cases;
    this.messages = messages;
  }

  /// Counts the cases that wait and in which somebody's life is in danger.
  long waiting() {
    return cases.dangers();
  }

  /// Returns the box of a case; empty if nobody's life is in danger there.
  Optional<DangerBox> of(CaseFile file, PersonId viewer, Map<String, String> typed, Words words) {
    Case subject = file.subject();
    return Optional.of(subject)
        .filter(each -> each.route().isDanger())
        .map(each -> new DangerBox(
            duty(each, words),
            sendable(file, words),
            words.policy().review().helpLines().stream()
                .map(line -> line(line, words))
                .toList(),
            Viewer.may(Permission.CASES_DECIDE) && notes.mayRecord(viewer, each.id()),
            typed));
  }

  private static List<Fact> duty(Case one, Words words) {
    Texts texts = words.texts();
    Stream<Fact> due = one.route().dueAt().stream()
        .map(at -> new Fact(
            texts.get("review.danger.until"),
            texts.get("review.danger.until.promptly-and", texts.time(at))));
    return Stream.concat(
            Stream.of("when", "whom", "what")
                .map(key -> new Fact(
                    texts.get("review.danger." + key), texts.get("review.danger." + key + ".law"))),
            due)
        .toList();
  }

  private List<Fact> sendable(CaseFile file, Words words) {
    Optional<Language> person = file.outlook().circumstances().language();
    String lines = words.policy().review().helpLines().stream()
        .map(line -> line.name() + " (" + line.country() + "): " + line.contact())
        .collect(Collectors.joining("\n"));
    return Arrays.stream(Language.values())
        .sorted(Comparator.comparing(language -> !person.equals(Optional.of(language))))
        .map(language -> new Fact(
            language.title(),
            (new Texts(language, messages).get("review.danger.words") + "\n" + lines).strip()))
        .toList();
  }

  private static DangerBox.Line line(HelpLine line, Words words) {
    return new DangerBox.Line(
        Locale.of("", line.country()).getDisplayCountry(words.texts().language().locale()),
        line.name(),
        line.contact(),
        line.source());
  }
}
