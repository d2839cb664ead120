package org.vigie.server.review.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.connector.Reference;
import org.vigie.server.access.People;
import org.vigie.server.access.PersonId;
import org.vigie.server.frame.Tone;
import org.vigie.server.review.CaseAnnex;
import org.vigie.server.review.CaseId;
import org.vigie.server.review.Decider;
import org.vigie.server.review.Decision;
import org.vigie.server.review.DecisionId;
import org.vigie.server.review.Verdict;
import org.vigie.server.review.cases.Case;
import org.vigie.server.review.queueing.CaseFile;
import org.vigie.server.review.queueing.CaseNote;
import org.vigie.server.review.queueing.History;
import org.vigie.server.review.web.CasePage.Fact;
import org.vigie.server.review.web.Past.Event;
import org.vigie.server.review.web.Words.Badge;

/// Puts the history of a case and of its account into one list: decisions, notes, other cases, and
/// the beginning of the account.
record HistoryViews(
    History history, People people, Wording wording, LifeViews lives, List<CaseAnnex> modules) {
  private static final int MOST = 30;

  HistoryViews {
    modules = List.copyOf(modules);
  }

  private record Dated(Instant at, Event event) {}

  /// Returns the newest events first.
  List<Event> of(CaseFile file, PersonId viewer, CasePage.Evidence evidence, Words words) {
    return Stream.of(
            file.decisions().stream().map(past -> event(past, words)),
            file.notes().stream()
                .filter(_ -> file.judged().isEmpty())
                .map(note -> event(note, words)),
            others(file, viewer, words),
            evidence.snapshots().stream()
                .flatMap(snapshot -> snapshot.since().stream())
                .limit(1)
                .map(since -> plain(since, "review.history.account", words)),
            Stream.of(plain(file.subject().route().openedAt(), "review.history.opened", words)))
        .flatMap(events -> events)
        .sorted(Comparator.comparing(Dated::at).reversed())
        .limit(MOST)
        .map(Dated::event)
        .toList();
  }

  /// Returns the parts of the page that other modules write.
  List<CaseAnnex.View> annexes(CaseFile file, Words words) {
    Set<DecisionId> visible =
        file.decisions().stream().map(past -> past.decision().id()).collect(Collectors.toSet());
    return modules.stream()
        .flatMap(module -> module.of(file.subject().id(), visible, words.texts()).stream())
        .toList();
  }

  private static Dated plain(Instant at, String key, Words words) {
    return new Dated(
        at,
        new Event(
            words.texts().moment(at, words.now()),
            words.texts().get(key),
            Optional.empty(),
            Optional.empty(),
            "",
            List.of()));
  }

  private Dated event(CaseFile.PastDecision past, Words words) {
    Past.DecisionRow row = decision(past, words);
    Instant at = past.decision().madeAt();
    return new Dated(
        at,
        new Event(
            words.texts().moment(at, words.now()),
            words.texts().get("review.history.decided", row.by()),
            Optional.empty(),
            Optional.of(row.standing()),
            row.verdict(),
            row.grounds()));
  }

  private Dated event(CaseNote note, Words words) {
    return new Dated(
        note.at(),
        new Event(
            words.texts().moment(note.at(), words.now()),
            words.texts().get("review.history.note", name(note.by())),
            Optional.empty(),
            Optional.empty(),
            note.text(),
            List.of()));
  }

  private Stream<Dated> others(CaseFile file, PersonId viewer, Words words) {
    List<Case> others = file.related().ofAccount();
    Map<CaseId, Decision> decided = history.inForce(others, viewer).stream()
        .collect(Collectors.toMap(Decision::subject, Function.identity()));
    Instant since = words.now().minus(Duration.ofDays(file.outlook().days()));
    return others.stream()
        .map(other -> event(other, Optional.ofNullable(decided.get(other.id())), since, words));
  }

  /// @param since from when on violations count as strikes
  private Dated event(Case other, Optional<Decision> decided, Instant since, Words words) {
    Instant at = decided.map(Decision::finalAt).orElse(other.route().openedAt());
    boolean strike = decided
        .filter(decision -> isStrike(decision.verdict(), words))
        .filter(decision -> !decision.finalAt().isBefore(since))
        .isPresent();
    return new Dated(
        at,
        new Event(
            words.texts().moment(at, words.now()),
            words
                .texts()
                .get("review.history.case", other.id().value(), words.category(other.category())),
            Optional.of(Claims.address(other.id())),
            Optional.of(
                strike
                    ? new Badge(Tone.BAD, words.texts().get("review.history.strike"))
                    : words.state(other.state())),
            decided
                .map(decision -> wording.of(decision, words).verdict(decision.verdict()))
                .orElse(""),
            List.of()));
  }

  /// Danger to life is never a strike.
  private static boolean isStrike(Verdict verdict, Words words) {
    return verdict
        .violated()
        .filter(category -> !words.policy().review().of(category).danger())
        .isPresent();
  }

  /// Returns the address of all cases about an account, in any messenger.
  static String address(Reference account) {
    return "/review?about=" + URLEncoder.encode(account.value(), StandardCharsets.UTF_8);
  }

  String name(PersonId person) {
    return people.find(person).map(found -> found.name().value()).orElse("–");
  }

  Past.DecisionRow decision(CaseFile.PastDecision past, Words words) {
    Decision decision = past.decision();
    Words then = wording.of(decision, words);
    String by =
        switch (decision.decider()) {
          case Decider.Reviewer reviewer -> name(reviewer.person());
          case Decider.Rule rule ->
            words.texts().get("review.by-rule", rule.rule(), rule.revision().number());
        };
    Tone tone = past.standing() == CaseFile.Standing.FINAL ? Tone.GOOD : Tone.NEUTRAL;
    return new Past.DecisionRow(
        words.texts().time(decision.madeAt()),
        by,
        then.verdict(decision.verdict()),
        new Badge(tone, words.texts().get("review.decision", past.standing())),
        Stream.concat(
                decision.verdict() instanceof Verdict.Violation violation
                    ? grounds(violation, then).stream()
                    : Stream.of(),
                fact("correction", lives.ended(past.correction(), words), words).stream())
            .toList());
  }

  private static List<Fact> grounds(Verdict.Violation violation, Words words) {
    String ground = words.explanations().ground(words.policy(), violation.ground());
    return Stream.of(
            fact("ground", Optional.of(ground), words),
            fact("explanation", Optional.of(words.explanation(violation)), words),
            fact(
                "keywords",
                Optional.of(violation.keywords().stream()
                        .map(words::keyword)
                        .collect(Collectors.joining(", ")))
                    .filter(text -> !text.isEmpty()),
                words))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Fact> fact(String key, Optional<String> value, Words words) {
    return value.map(text -> new Fact(words.texts().get("review.fact." + key), text));
  }
}
