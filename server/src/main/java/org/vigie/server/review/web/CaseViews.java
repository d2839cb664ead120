package org.vigie.server.review.web;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.connector.Reference;
import org.vigie.connector.Subject;
import org.vigie.server.access.Permission;
import org.vigie.server.access.PersonId;
import org.vigie.server.access.Viewer;
import org.vigie.server.frame.FormErrors;
import org.vigie.server.frame.Frame;
import org.vigie.server.review.cases.Case;
import org.vigie.server.review.cases.CaseState;
import org.vigie.server.review.deciding.Impact;
import org.vigie.server.review.queueing.CaseFile;
import org.vigie.server.review.reversing.Corrections;
import org.vigie.server.review.web.CasePage.DecideForm;
import org.vigie.server.review.web.CasePage.Fact;
import org.vigie.server.review.web.CasePage.Standing;
import org.vigie.server.review.web.CasePage.VerdictFields;

/// Puts cases into words for one viewer.
final class CaseViews {
  private final SourceViews sources;
  private final Wording wording;
  private final DecideForms forms;
  private final LifeViews lives;
  private final DangerViews dangers;
  private final RailViews rails;
  private final HistoryViews histories;

  CaseViews(
      SourceViews sources,
      Wording wording,
      DecideForms forms,
      LifeViews lives,
      DangerViews dangers,
      RailViews rails,
      HistoryViews histories) {
    this.sources = sources;
    this.wording = wording;
    this.forms = forms;
    this.lives = lives;
    this.dangers = dangers;
    this.rails = rails;
    this.histories = histories;
  }

  /// The earlier request of the person, to be shown again.
  ///
  /// @param sent the values of a form that was refused
  /// @param undoable a decision that they can take back
  /// @param unconfirmed the impact that they have to confirm a second time
  /// @param typed the values of another form of the page that was refused, by their names
  /// @param within the filter that they work within
  record Before(
      Optional<VerdictFields> sent,
      FormErrors errors,
      Optional<Undo> undoable,
      Optional<Unconfirmed> unconfirmed,
      Map<String, String> typed,
      Within within) {
    private static final Within NO_FILTER = Within.of("");

    static Before undoable(Optional<Undo> decision) {
      return new Before(
          Optional.empty(), FormErrors.NONE, decision, Optional.empty(), Map.of(), NO_FILTER);
    }

    static Before refused(VerdictFields sent, FormErrors errors) {
      return new Before(
          Optional.of(sent), errors, Optional.empty(), Optional.empty(), Map.of(), NO_FILTER);
    }

    static Before unconfirmed(VerdictFields sent, Unconfirmed what) {
      return new Before(
          Optional.of(sent),
          FormErrors.NONE,
          Optional.empty(),
          Optional.of(what),
          Map.of(),
          NO_FILTER);
    }

    static Before refused(Map<String, String> typed, FormErrors errors) {
      return new Before(
          Optional.empty(), errors, Optional.empty(), Optional.empty(), typed, NO_FILTER);
    }

    Before within(Within filter) {
      return new Before(sent, errors, undoable, unconfirmed, typed, filter);
    }
  }

  /// @param button which one was pressed
  record Unconfirmed(Impact impact, String button) {}

  Words words(Frame frame) {
    return wording.in(frame);
  }

  CasePage page(Frame frame, CaseFile file, PersonId viewer, Before before) throws IOException {
    Words words = wording.in(frame);
    Case subject = file.subject();
    Standing standing = standing(file, viewer, before.typed.getOrDefault("reason", ""), words);
    VerdictFields fields = before.sent.orElseGet(() -> forms.fields(file, words));
    CasePage.Evidence evidence =
        sources.of(file, words, Optional.of(viewer).filter(_ -> standing.sees()));
    boolean waives = !fields.waiver().isEmpty() || before.errors.has("waiver");
    return new CasePage(
        frame,
        CaseRow.of(subject, words),
        facts(subject, words),
        standing,
        file.present().stream().map(histories::name).toList(),
        evidence,
        past(file, viewer, evidence, words),
        new DecideForm(
            fields,
            forms.offer(file, evidence, words),
            Advices.of(file, words),
            DecideForms.namedOrNot(fields.measures(), words),
            DecideForms.waivers(waives, words),
            before.unconfirmed.map(
                what -> DecideForms.confirmation(file, what.impact(), what.button(), words))),
        before.errors,
        before.undoable,
        before.within,
        rails.of(file, evidence, viewer, before.within, words),
        dangers.of(file, viewer, before.typed, words),
        subject.route().isDanger() ? 0 : dangers.waiting());
  }

  private static List<Fact> facts(Case one, Words words) {
    Subject subject = one.subject();
    return Stream.of(
            fact("category", Optional.of(words.category(one.category())), words),
            fact("queue", Optional.of(words.queue(one.route().queue())), words),
            fact("opened", Optional.of(words.texts().time(one.route().openedAt())), words),
            fact("due", one.route().dueAt().map(due -> due(one, due, words)), words),
            fact("seen", Optional.of(seen(one, words)), words),
            fact("messenger", words.messengers().shown(subject.messenger()), words),
            fact(
                "surface",
                Optional.of(words.texts().get("review.surface", subject.surface())),
                words),
            fact("account", subject.account().map(Reference::value), words),
            fact("room", subject.room().map(Reference::value), words),
            fact("message", subject.message().map(Reference::value), words))
        .flatMap(Optional::stream)
        .toList();
  }

  /// Returns the number of sightings, and whether only some are listed.
  private static String seen(Case one, Words words) {
    String times = words.texts().get("review.seen", one.material().seen());
    return one.material().sources().size() < one.material().seen()
        ? times + " – "
            + words.texts().get("review.seen.newest", one.material().sources().size())
        : times;
  }

  /// Returns a deadline with its law or rule.
  private static String due(Case one, Instant due, Words words) {
    String time = words.texts().time(due);
    return words
        .policy()
        .review()
        .of(one.category())
        .clock()
        .flatMap(words.policy()::clock)
        .map(clock -> words
            .texts()
            .get(
                "review.due.of",
                time,
                Objects.requireNonNull(clock.names().get(words.texts().language())),
                clock.regime()))
        .orElse(time);
  }

  private static Optional<Fact> fact(String key, Optional<String> value, Words words) {
    return value.map(text -> new Fact(words.texts().get("review.fact." + key), text));
  }

  private Standing standing(CaseFile file, PersonId viewer, String reason, Words words) {
    boolean decides = Viewer.may(Permission.CASES_DECIDE);
    boolean mine = decides
        && file.holder().filter(holder -> holder.person().equals(viewer)).isPresent();
    boolean waits = decides && file.subject().state() == CaseState.OPEN && !file.barred();
    Optional<CasePage.Judge> judge = file.judged()
        .map(decision ->
            new CasePage.Judge(decision.value().toString(), LeadController.verdicts(words)));
    return new Standing(
        mine,
        waits,
        sentence(file, mine, words),
        ended(file, words),
        judge,
        lives.of(file, viewer, past -> histories.decision(past, words), reason, words));
  }

  private static List<String> ended(CaseFile file, Words words) {
    boolean again = file.subject().state() != CaseState.DECIDED
        && file.decisions().stream()
            .anyMatch(past -> past.standing() == CaseFile.Standing.REVERSED);
    return file.ended().stream()
        .map(one -> words
            .texts()
            .get(
                again ? "review.ended.again" : "review.ended",
                Long.toString(one.member().value()),
                words.texts().time(one.at())))
        .toList();
  }

  private String sentence(CaseFile file, boolean mine, Words words) {
    return switch (file.subject().state()) {
      case OPEN -> {
        String open =
            words.texts().get("review.standing.open." + file.subject().stage().name());
        yield file.barred() && Viewer.may(Permission.CASES_DECIDE)
            ? open + " " + words.texts().get("review.standing.barred")
            : open;
      }
      case CLAIMED -> {
        CaseFile.Holder holder = file.holder().orElseThrow();
        String until = words.texts().time(holder.until());
        yield mine
            ? words.texts().get("review.standing.mine", until)
            : words.texts().get("review.standing.theirs", histories.name(holder.person()), until);
      }
      case PENDING -> words.texts().get("review.standing.pending");
      case DECIDED -> words.texts().get("review.standing.decided");
    };
  }

  private Past past(CaseFile file, PersonId viewer, CasePage.Evidence evidence, Words words) {
    return new Past(
        histories.of(file, viewer, evidence, words),
        file.subject().subject().account().map(HistoryViews::address),
        new Past.Same(rows(file.related().ofContent(), words), notReviewed(file, words)),
        histories.annexes(file, words));
  }

  private static List<CaseRow> rows(List<Case> cases, Words words) {
    return cases.stream().map(each -> CaseRow.of(each, words)).toList();
  }

  private static String notReviewed(CaseFile file, Words words) {
    int count = file.related().notReviewed();
    return count == 0 ? "" : words.texts().get("review.same.not-reviewed", count);
  }

  Asked asked(Corrections.Waiting one, Words words) {
    return lives.asked(one, words);
  }
}
