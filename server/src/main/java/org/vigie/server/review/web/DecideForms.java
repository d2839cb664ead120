package org.vigie.server.review.web;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.vigie.connector.Reference;
import org.vigie.connector.Subject;
import org.vigie.server.frame.Choice;
import org.vigie.server.frame.Texts;
import org.vigie.server.policy.Category;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.policy.ContentMeasure;
import org.vigie.server.policy.MalformedMeasureException;
import org.vigie.server.policy.Measure;
import org.vigie.server.policy.Measure.Scope;
import org.vigie.server.policy.Occasion;
import org.vigie.server.policy.PolicyCatalogue;
import org.vigie.server.policy.Sanction;
import org.vigie.server.review.Verdict;
import org.vigie.server.review.cases.Case;
import org.vigie.server.review.cases.CaseSource;
import org.vigie.server.review.deciding.Caution;
import org.vigie.server.review.deciding.Impact;
import org.vigie.server.review.deciding.LookWaiver;
import org.vigie.server.review.deciding.Outlook;
import org.vigie.server.review.queueing.CaseFile;
import org.vigie.server.review.queueing.History;
import org.vigie.server.review.web.CasePage.Confirmation;
import org.vigie.server.review.web.CasePage.FindingFields;
import org.vigie.server.review.web.CasePage.MeasureFields;
import org.vigie.server.review.web.CasePage.NamedMeasures;
import org.vigie.server.review.web.CasePage.Offer;
import org.vigie.server.review.web.CasePage.ReasonFields;
import org.vigie.server.review.web.CasePage.VerdictFields;

/// Makes the form that a case is decided with. It begins with the measures that the policy
/// recommends, and a statement of reasons in the language of the person concerned.
final class DecideForms {
  private final MessageSource messages;
  private final History history;

  DecideForms(MessageSource messages, History history) {
    this.messages = messages;
    this.history = history;
  }

  /// Fills in the verdict that the person has just taken back; otherwise the policy's
  /// recommendation for the category and the account.
  VerdictFields fields(CaseFile file, Words words) {
    VerdictFields usual = usual(file, words);
    return takenBack(file).map(verdict -> fields(usual, verdict, words)).orElse(usual);
  }

  /// Only the person who took a decision back sees it among those of the case.
  private static Optional<Verdict> takenBack(CaseFile file) {
    return Optional.of(file.decisions())
        .filter(decisions -> !decisions.isEmpty())
        .map(List::getLast)
        .filter(last -> last.standing() == CaseFile.Standing.TAKEN_BACK)
        .map(last -> last.decision().verdict());
  }

  private static VerdictFields fields(VerdictFields usual, Verdict verdict, Words words) {
    return switch (verdict) {
      case Verdict.NoViolation none ->
        usual.with(none.manifestlyUnfounded().stream()
            .map(notice -> notice.value().toString())
            .toList());
      case Verdict.Violation violation -> fields(usual.version(), violation, words);
    };
  }

  private static VerdictFields fields(long version, Verdict.Violation said, Words words) {
    return new VerdictFields(
        version,
        new FindingFields(said.category().value(), said.keywords()),
        measures(said),
        new ReasonFields(
            said.ground().illegal() ? "law" : "terms",
            said.ground().reference(),
            words.explanation(said)),
        "",
        List.of());
  }

  private static MeasureFields measures(Verdict.Violation said) {
    return new MeasureFields(
        word(said, Scope.CONTENT),
        word(said, Scope.ACCOUNT),
        word(said, Scope.ROOM),
        said.measures().stream()
            .flatMap(measure -> measure.duration().stream())
            .findFirst()
            .map(length -> Long.toString(length.toDays()))
            .orElse(""),
        said.measures().stream()
            .flatMap(measure -> measure.where().countries().stream())
            .sorted()
            .collect(Collectors.joining(" ")));
  }

  private static String word(Verdict.Violation said, Scope on) {
    return said.measures().stream()
        .filter(measure -> measure.on() == on)
        .map(Measure::word)
        .findFirst()
        .orElseGet(Sanction.Kind.NONE::word);
  }

  private VerdictFields usual(CaseFile file, Words words) {
    Case one = file.subject();
    Optional<String> law = words.policy().review().of(one.category()).law();
    Sanction account = recommended(file);
    return new VerdictFields(
        one.version(),
        new FindingFields(one.category().value(), List.of()),
        new MeasureFields(
            usual(one, words.policy()).word(),
            account.word(),
            Sanction.Kind.NONE.word(),
            account instanceof Sanction.Suspension(int days) ? Integer.toString(days) : "",
            ""),
        new ReasonFields(
            law.isPresent() ? "law" : "terms",
            law.orElseGet(() -> reader(file.outlook(), words).category(one.category())),
            explanation(file, reader(file.outlook(), words))),
        "",
        List.of());
  }

  /// Returns the measures of the fields as the button bears them.
  ///
  /// @throws MalformedMeasureException if one of them does not exist
  static NamedMeasures named(MeasureFields fields, Words words) {
    List<Measure> measures = SentMeasures.of(fields);
    return new NamedMeasures(words.button(measures), SentMeasures.mark(measures));
  }

  /// Returns the same where a measure may not exist: a button without a mark is answered with the
  /// defect.
  static NamedMeasures namedOrNot(MeasureFields fields, Words words) {
    try {
      return named(fields, words);
    } catch (MalformedMeasureException e) {
      return new NamedMeasures(words.texts().get("review.button.wrong"), "");
    }
  }

  /// Returns the reasons not to look at the media; none unless one is needed or was sent.
  static List<Choice> waivers(boolean needed, Words words) {
    return needed
        ? Arrays.stream(LookWaiver.values())
            .map(each -> new Choice(each.word(), words.texts().get("review.waiver." + each.word())))
            .toList()
        : List.of();
  }

  static Sanction recommended(CaseFile file) {
    return file.subject().subject().account().isPresent()
        ? file.outlook().recommended()
        : new Sanction.None();
  }

  static ContentMeasure usual(Case one, PolicyCatalogue policy) {
    return policy
        .find(one.category())
        .map(found -> found.measures().getOrDefault(one.subject().surface(), ContentMeasure.NONE))
        .orElse(ContentMeasure.NONE);
  }

  /// Returns the words of the person concerned, where their language is known.
  private Words reader(Outlook outlook, Words words) {
    return outlook
        .circumstances()
        .language()
        .map(language -> new Words(
            new Texts(language, messages), words.policy(), words.messengers(), words.now()))
        .orElse(words);
  }

  private static String explanation(CaseFile file, Words reader) {
    Case one = file.subject();
    String draft = reader
        .explanations()
        .draft(reader.policy(), one.category(), occasion(one, reader.policy()));
    int strikes = file.outlook().strikes();
    boolean counts = strikes > 0 && !(recommended(file) instanceof Sanction.None);
    return counts
        ? draft + " " + reader.explanations().strikes(strikes, file.outlook().days())
        : draft;
  }

  /// Content that no scan could read resembles no known content.
  private static Occasion occasion(Case one, PolicyCatalogue policy) {
    boolean scanned =
        one.material().sources().stream().anyMatch(CaseSource.FromScan.class::isInstance);
    boolean unread = policy.review().unreadable().equals(Optional.of(one.category()));
    boolean reported =
        one.material().sources().stream().anyMatch(CaseSource.FromNotice.class::isInstance);
    if (scanned && !unread) {
      return Occasion.KNOWN;
    }
    return reported ? Occasion.REPORTED : Occasion.SEEN;
  }

  static String sentence(Caution caution, Outlook outlook, Words words) {
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
                .get(
                    "review.touches",
                    words.explanations().measure(measure),
                    touched(file.subject(), measure)))
            .toList());
  }

  private static String touched(Case one, Measure measure) {
    return switch (measure.on()) {
      case CONTENT -> Words.orDash(content(one.subject()));
      case ACCOUNT -> Words.named(one.subject().account());
      case ROOM -> Words.named(one.subject().room());
    };
  }

  /// The message, and the room that it is in.
  private static Optional<String> content(Subject subject) {
    Optional<String> room = subject.room().map(Reference::value);
    return subject
        .message()
        .map(Reference::value)
        .map(message -> room.map(name -> message + " (" + name + ")").orElse(message))
        .or(() -> room);
  }

  Offer offer(CaseFile file, CasePage.Evidence evidence, Words words) {
    Case one = file.subject();
    PolicyCatalogue policy = words.policy();
    return new Offer(
        likely(file, policy).stream()
            .map(each -> new Choice(each.key().value(), words.category(each.key())))
            .toList(),
        KeywordChoices.of(one.category(), words),
        MeasureChoices.content(words),
        sanctions(one.subject().account(), words),
        sanctions(one.subject().room(), words),
        notices(one, words),
        CaseFacts.of(file, evidence, reader(file.outlook(), words)));
  }

  /// Returns all categories, those first that a person is likely to choose, so that digits choose
  /// them: the suspected one, those that the same content has cases in, those of the same DSA
  /// category, and those that people found most lately.
  private List<Category> likely(CaseFile file, PolicyCatalogue policy) {
    CategoryKey suspected = file.subject().category();
    String dsa = policy.find(suspected).map(Category::dsaCategory).orElse("");
    Set<CategoryKey> same =
        file.related().ofContent().stream().map(Case::category).collect(Collectors.toSet());
    List<CategoryKey> frequent = history.frequent();
    return policy.categories().stream()
        .sorted(Comparator.comparing((Category each) -> !each.key().equals(suspected))
            .thenComparing(each -> !same.contains(each.key()))
            .thenComparing(each -> !each.dsaCategory().equals(dsa))
            .thenComparingInt(each -> rank(frequent.indexOf(each.key()))))
        .toList();
  }

  private static int rank(int place) {
    return place < 0 ? Integer.MAX_VALUE : place;
  }

  private static List<Choice> notices(Case one, Words words) {
    return one.material().sources().stream()
        .filter(CaseSource.FromNotice.class::isInstance)
        .map(source -> ((CaseSource.FromNotice) source))
        .map(notice -> new Choice(
            notice.notice().value().toString(),
            words.texts().get("review.unfounded.notice", words.texts().time(notice.at()))))
        .toList();
  }

  private static List<Choice> sanctions(Optional<Reference> on, Words words) {
    return on.isEmpty() ? List.of() : MeasureChoices.sanctions(words);
  }
}
