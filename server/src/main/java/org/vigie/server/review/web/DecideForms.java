package org.vigie.server.review.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.vigie.server.frame.Choice;
import org.vigie.server.frame.Texts;
import org.vigie.server.policy.Category;
import org.vigie.server.policy.Measure;
import org.vigie.server.policy.PolicyCatalogue;
import org.vigie.server.policy.Sanction;
import org.vigie.server.review.ScopedMeasure;
import org.vigie.server.review.ScopedMeasure.On;
import org.vigie.server.review.Subject;
import org.vigie.server.review.Verdict;
import org.vigie.server.review.cases.Case;
import org.vigie.server.review.cases.CaseSource;
import org.vigie.server.review.deciding.Caution;
import org.vigie.server.review.deciding.Impact;
import org.vigie.server.review.deciding.Outlook;
import org.vigie.server.review.queueing.CaseFile;
import org.vigie.server.review.web.CasePage.Advice;
import org.vigie.server.review.web.CasePage.Confirmation;
import org.vigie.server.review.web.CasePage.Fact;
import org.vigie.server.review.web.CasePage.FindingFields;
import org.vigie.server.review.web.CasePage.MeasureFields;
import org.vigie.server.review.web.CasePage.Offer;
import org.vigie.server.review.web.CasePage.ReasonFields;
import org.vigie.server.review.web.CasePage.VerdictFields;

/// Makes the form that a case is decided with. It begins with the measures that the policy
/// recommends, and a statement of reasons in the language of the person concerned.
final class DecideForms {
  private final MessageSource messages;

  DecideForms(MessageSource messages) {
    this.messages = messages;
  }

  /// Fills in the verdict that the person has just taken back; otherwise the policy's
  /// recommendation for the category and the account.
  VerdictFields fields(CaseFile file, Words words) {
    VerdictFields usual = usual(file, words);
    return takenBack(file).map(verdict -> fields(usual, verdict)).orElse(usual);
  }

  /// Only the person who took a decision back sees it among those of the case.
  private static Optional<Verdict> takenBack(CaseFile file) {
    return Optional.of(file.decisions())
        .filter(decisions -> !decisions.isEmpty())
        .map(List::getLast)
        .filter(last -> last.standing() == CaseFile.Standing.TAKEN_BACK)
        .map(last -> last.decision().verdict());
  }

  private static VerdictFields fields(VerdictFields usual, Verdict verdict) {
    return switch (verdict) {
      case Verdict.NoViolation none ->
        usual.with(none.manifestlyUnfounded().stream()
            .map(notice -> notice.value().toString())
            .toList());
      case Verdict.Violation violation -> fields(usual.version(), violation);
    };
  }

  private static VerdictFields fields(long version, Verdict.Violation said) {
    return new VerdictFields(
        version,
        new FindingFields(said.category().value(), said.keywords()),
        measures(said),
        new ReasonFields(
            said.ground().illegal() ? "law" : "terms",
            said.ground().reference(),
            said.explanation()),
        List.of());
  }

  private static MeasureFields measures(Verdict.Violation said) {
    return new MeasureFields(
        word(said, On.CONTENT),
        word(said, On.ACCOUNT),
        word(said, On.ROOM),
        said.measures().stream()
            .flatMap(measure -> measure.duration().stream())
            .findFirst()
            .map(length -> Long.toString(length.toDays()))
            .orElse(""),
        said.measures().stream()
            .flatMap(measure -> measure.countries().stream())
            .sorted()
            .collect(Collectors.joining(" ")));
  }

  private static String word(Verdict.Violation said, On on) {
    return said.measures().stream()
        .filter(measure -> measure.on() == on)
        .map(ScopedMeasure::word)
        .findFirst()
        .orElse("none");
  }

  private VerdictFields usual(CaseFile file, Words words) {
    Case one = file.subject();
    Optional<Category> category = words.policy().find(one.category());
    Optional<String> law = words.policy().review().of(one.category()).law();
    Sanction account = recommended(file);
    return new VerdictFields(
        one.version(),
        new FindingFields(
            one.category().value(),
            category
                .map(found -> found.dsaKeywords().stream().limit(1).toList())
                .orElse(List.of())),
        new MeasureFields(
            usual(one, words.policy()).word(),
            account.word(),
            "none",
            account instanceof Sanction.Suspension(int days) ? Integer.toString(days) : "",
            ""),
        new ReasonFields(
            law.isPresent() ? "law" : "terms",
            law.orElseGet(() -> reader(file.outlook(), words).category(one.category())),
            explanation(file, reader(file.outlook(), words))),
        List.of());
  }

  private static Sanction recommended(CaseFile file) {
    return file.subject().subject().account().isPresent()
        ? file.outlook().recommended()
        : new Sanction.None();
  }

  private static Measure usual(Case one, PolicyCatalogue policy) {
    return policy
        .find(one.category())
        .map(found -> found.measures().getOrDefault(one.subject().surface(), Measure.NONE))
        .orElse(Measure.NONE);
  }

  /// Returns the words of the person concerned, where their language is known.
  private Words reader(Outlook outlook, Words words) {
    return outlook
        .circumstances()
        .language()
        .map(language -> new Words(new Texts(language, messages), words.policy(), words.now()))
        .orElse(words);
  }

  /// Begins with the explanation that the policy has for the category, otherwise with the finding
  /// of a scan. Only a person can put a notice into words.
  private static String explanation(CaseFile file, Words reader) {
    Case one = file.subject();
    String ofPolicy = words(one, reader);
    int strikes = file.outlook().strikes();
    boolean counts = strikes > 0 && !(recommended(file) instanceof Sanction.None);
    return counts
        ? ofPolicy + " "
            + reader
                .texts()
                .get("review.explanation.strikes", strikes, file.outlook().days())
        : ofPolicy;
  }

  private static String words(Case one, Words reader) {
    Optional<String> ofCategory = Optional.ofNullable(reader
        .policy()
        .review()
        .of(one.category())
        .explanation()
        .get(reader.texts().language()));
    return ofCategory.orElseGet(() -> usualWords(one, reader));
  }

  private static String usualWords(Case one, Words reader) {
    Optional<String> law = reader.policy().review().of(one.category()).law();
    String key = "review.explanation." + origin(one, reader.policy())
        + (law.isPresent() ? ".law" : ".terms");
    return reader.texts().get(key, reader.category(one.category()), law.orElse(""));
  }

  /// Content that no scan could read resembles no known content.
  private static String origin(Case one, PolicyCatalogue policy) {
    boolean scanned = one.sources().stream().anyMatch(CaseSource.FromScan.class::isInstance);
    boolean unread = policy.review().unreadable().equals(Optional.of(one.category()));
    boolean reported = one.sources().stream().anyMatch(CaseSource.FromNotice.class::isInstance);
    return scanned && !unread ? "scanned" : reported ? "reported" : "seen";
  }

  /// Returns the facts to know before deciding.
  static Advice advice(CaseFile file, Words words) {
    Outlook outlook = file.outlook();
    List<Fact> facts = new ArrayList<>();
    facts.add(fact("severity", words.severity(file.subject().severity()).text(), words));
    if (file.subject().subject().account().isPresent()) {
      facts.add(fact(
          "strikes",
          words.texts().get("review.strikes", outlook.strikes(), outlook.days()),
          words));
    }
    facts.add(fact("recommended", recommendation(file, words), words));
    outlook
        .circumstances()
        .language()
        .ifPresent(language -> facts.add(fact("language", language.title(), words)));
    return new Advice(
        facts,
        outlook.cautions().stream()
            .map(caution -> sentence(caution, outlook, words))
            .toList());
  }

  private static Fact fact(String key, String value, Words words) {
    return new Fact(words.texts().get("review.fact." + key), value);
  }

  private static String recommendation(CaseFile file, Words words) {
    ScopedMeasure content = new ScopedMeasure(
        usual(file.subject(), words.policy()).word(), On.CONTENT, Optional.empty(), Set.of());
    Stream<ScopedMeasure> account =
        switch (recommended(file)) {
          case Sanction.None() -> Stream.empty();
          case Sanction.Suspension suspension ->
            Stream.of(onAccount(suspension, Optional.of(Duration.ofDays(suspension.days()))));
          case Sanction.Ban ban -> Stream.of(onAccount(ban, Optional.empty()));
        };
    return words.measures(Stream.concat(Stream.of(content), account));
  }

  private static ScopedMeasure onAccount(Sanction sanction, Optional<Duration> length) {
    return new ScopedMeasure(sanction.word(), On.ACCOUNT, length, Set.of());
  }

  private static String sentence(Caution caution, Outlook outlook, Words words) {
    String members = words.texts().number(outlook.circumstances().members().orElse(0));
    return words.texts().get("review.caution." + caution.name(), members);
  }

  /// Returns the second confirmation of a verdict.
  ///
  /// @param button which one was pressed
  static Confirmation confirmation(CaseFile file, Impact impact, String button, Words words) {
    return new Confirmation(
        button + "|" + impact.mark(),
        impact.cautions().stream()
            .sorted()
            .map(caution -> sentence(caution, file.outlook(), words))
            .toList(),
        impact.measures().stream()
            .map(measure -> words
                .texts()
                .get("review.touches", words.measure(measure), touched(file.subject(), measure)))
            .toList());
  }

  private static String touched(Case one, ScopedMeasure measure) {
    return switch (measure.on()) {
      case CONTENT -> Words.orDash(content(one.subject()));
      case ACCOUNT -> Words.orDash(one.subject().account());
      case ROOM -> Words.orDash(one.subject().room());
    };
  }

  /// The message, and the room that it is in.
  private static Optional<String> content(Subject subject) {
    return subject
        .message()
        .map(message -> subject.room().map(room -> message + " (" + room + ")").orElse(message))
        .or(subject::room);
  }

  static Offer offer(Case one, Words words) {
    PolicyCatalogue policy = words.policy();
    return new Offer(
        policy.categories().stream()
            .map(each -> new Choice(each.key().value(), words.category(each.key())))
            .toList(),
        policy.find(one.category()).map(Category::dsaKeywords).orElse(List.of()).stream()
            .map(word -> new Choice(word, words.keyword(word)))
            .toList(),
        Arrays.stream(Measure.values())
            .map(each -> new Choice(each.word(), words.texts().get("review.choice." + each.word())))
            .toList(),
        sanctions(one.subject().account(), words),
        sanctions(one.subject().room(), words),
        notices(one, words));
  }

  private static List<Choice> notices(Case one, Words words) {
    return one.sources().stream()
        .filter(CaseSource.FromNotice.class::isInstance)
        .map(source -> ((CaseSource.FromNotice) source))
        .map(notice -> new Choice(
            notice.notice().value().toString(),
            words.texts().get("review.unfounded.notice", words.texts().time(notice.at()))))
        .toList();
  }

  private static List<Choice> sanctions(Optional<String> on, Words words) {
    return on.isEmpty()
        ? List.of()
        : Stream.of("none", "suspend", "ban")
            .map(word -> new Choice(word, words.texts().get("review.sanction." + word)))
            .toList();
  }
}
