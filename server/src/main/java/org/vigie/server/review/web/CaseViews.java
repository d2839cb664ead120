package org.vigie.server.review.web;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.server.access.People;
import org.vigie.server.access.PersonId;
import org.vigie.server.frame.Choice;
import org.vigie.server.frame.FormErrors;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Tone;
import org.vigie.server.policy.Category;
import org.vigie.server.policy.Measure;
import org.vigie.server.policy.Policies;
import org.vigie.server.policy.PolicyCatalogue;
import org.vigie.server.review.Case;
import org.vigie.server.review.CaseFile;
import org.vigie.server.review.CaseSource;
import org.vigie.server.review.CaseState;
import org.vigie.server.review.Decider;
import org.vigie.server.review.Decision;
import org.vigie.server.review.Subject;
import org.vigie.server.review.web.CasePage.DecideForm;
import org.vigie.server.review.web.CasePage.Fact;
import org.vigie.server.review.web.CasePage.Filled;
import org.vigie.server.review.web.CasePage.Offer;
import org.vigie.server.review.web.CasePage.Past;
import org.vigie.server.review.web.CasePage.Standing;
import org.vigie.server.review.web.Words.Badge;

/// Puts cases into words for one viewer.
final class CaseViews {
  private final Sources sources;
  private final People people;
  private final Policies policies;

  CaseViews(Sources sources, People people, Policies policies) {
    this.sources = sources;
    this.people = people;
    this.policies = policies;
  }

  /// What the person did before and has to see again.
  ///
  /// @param sent what was typed into a form that was refused
  /// @param undoable a decision that they can take back
  record Before(Optional<Filled> sent, FormErrors errors, Optional<Decision> undoable) {
    static final Before NOTHING = new Before(Optional.empty(), FormErrors.NONE, Optional.empty());
  }

  CasePage page(Frame frame, CaseFile file, PersonId viewer, Before before) throws IOException {
    Words words = new Words(frame.texts(), policies.current());
    Case subject = file.subject();
    Standing standing = standing(file, viewer, words);
    return new CasePage(
        frame,
        CaseRow.of(subject, words),
        facts(subject, words),
        standing,
        file.present().stream().map(this::name).toList(),
        sources.of(subject, words, Optional.of(viewer).filter(_ -> standing.mine())),
        past(file, words),
        new DecideForm(before.sent.orElseGet(() -> filled(subject, words)), offer(subject, words)),
        before.errors,
        before.undoable.map(decision -> decision.id().value().toString()));
  }

  private String name(PersonId person) {
    return people.find(person).map(found -> found.name().value()).orElse("–");
  }

  private static List<Fact> facts(Case one, Words words) {
    Subject subject = one.subject();
    return Stream.of(
            fact("category", Optional.of(words.category(one.category())), words),
            fact("queue", Optional.of(words.queue(one.queue())), words),
            fact("opened", Optional.of(words.texts().time(one.openedAt())), words),
            fact("due", one.dueAt().map(words.texts()::time), words),
            fact(
                "surface",
                Optional.of(words.texts().get("review.surface", subject.surface())),
                words),
            fact("account", subject.account(), words),
            fact("room", subject.room(), words),
            fact("message", subject.message(), words))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Fact> fact(String key, Optional<String> value, Words words) {
    return value.map(text -> new Fact(words.texts().get("review.fact." + key), text));
  }

  private Standing standing(CaseFile file, PersonId viewer, Words words) {
    boolean mine =
        file.holder().filter(holder -> holder.person().equals(viewer)).isPresent();
    boolean waits = file.subject().state() == CaseState.OPEN;
    return new Standing(mine, waits, sentence(file, mine, words));
  }

  private String sentence(CaseFile file, boolean mine, Words words) {
    return switch (file.subject().state()) {
      case OPEN ->
        words.texts().get("review.standing.open." + file.subject().stage().name());
      case CLAIMED -> {
        CaseFile.Holder holder = file.holder().orElseThrow();
        String until = words.texts().time(holder.until());
        yield mine
            ? words.texts().get("review.standing.mine", until)
            : words.texts().get("review.standing.theirs", name(holder.person()), until);
      }
      case PENDING -> words.texts().get("review.standing.pending");
      case DECIDED -> words.texts().get("review.standing.decided");
    };
  }

  private Past past(CaseFile file, Words words) {
    return new Past(
        file.decisions().stream().map(past -> decision(past, words)).toList(),
        file.notes().stream()
            .map(note ->
                new CasePage.NoteRow(words.texts().time(note.at()), name(note.by()), note.text()))
            .toList(),
        file.related().stream().map(each -> CaseRow.of(each, words)).toList());
  }

  private CasePage.DecisionRow decision(CaseFile.PastDecision past, Words words) {
    Decision decision = past.decision();
    String by =
        switch (decision.decider()) {
          case Decider.Reviewer reviewer -> name(reviewer.person());
          case Decider.Rule rule ->
            words.texts().get("review.by-rule", rule.rule(), rule.revision().number());
        };
    Tone tone = past.standing() == CaseFile.Standing.FINAL ? Tone.GOOD : Tone.NEUTRAL;
    return new CasePage.DecisionRow(
        words.texts().time(decision.madeAt()),
        by,
        words.verdict(decision.verdict()),
        new Badge(tone, words.texts().get("review.decision", past.standing())));
  }

  /// Fills in what the policy says about the category, and what was found.
  private static Filled filled(Case one, Words words) {
    Optional<Category> category = words.policy().find(one.category());
    Measure usual = category
        .map(found -> found.measures().getOrDefault(one.subject().surface(), Measure.NONE))
        .orElse(Measure.NONE);
    Optional<String> law = words.policy().review().of(one.category()).law();
    return new Filled(
        one.version(),
        one.category().value(),
        category.map(found -> found.dsaKeywords().stream().limit(1).toList()).orElse(List.of()),
        usual.word(),
        "none",
        "none",
        "",
        "",
        law.isPresent() ? "law" : "terms",
        law.orElseGet(() -> words.category(one.category())),
        explanation(one, words),
        "");
  }

  /// What a scan found can be said; what somebody reported, only a person can put into words.
  private static String explanation(Case one, Words words) {
    boolean scanned = one.sources().stream().anyMatch(CaseSource.FromScan.class::isInstance);
    String key = scanned ? "review.explanation.scanned" : "review.explanation.reported";
    return words.texts().get(key, words.category(one.category()));
  }

  private static Offer offer(Case one, Words words) {
    PolicyCatalogue policy = words.policy();
    return new Offer(
        policy.categories().stream()
            .map(each -> new Choice(each.key().value(), words.category(each.key())))
            .toList(),
        policy.find(one.category()).map(Category::dsaKeywords).orElse(List.of()).stream()
            .map(word -> new Choice(word, keyword(word)))
            .toList(),
        Arrays.stream(Measure.values())
            .map(each -> new Choice(each.word(), words.texts().get("review.choice." + each.word())))
            .toList(),
        sanctions(one.subject().account(), words),
        sanctions(one.subject().room(), words));
  }

  /// `KEYWORD_CYBER_BULLYING` is read as `cyber bullying`.
  private static String keyword(String code) {
    return code.replaceFirst("^KEYWORD_", "").replace('_', ' ').toLowerCase(Locale.ROOT);
  }

  private static List<Choice> sanctions(Optional<String> on, Words words) {
    return on.isEmpty()
        ? List.of()
        : Stream.of("none", "suspend", "ban")
            .map(word -> new Choice(word, words.texts().get("review.sanction." + word)))
            .collect(Collectors.toList());
  }
}
