package org.vigie.server.review.web;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.vigie.server.access.People;
import org.vigie.server.access.Permission;
import org.vigie.server.access.PersonId;
import org.vigie.server.access.Viewer;
import org.vigie.server.frame.Choice;
import org.vigie.server.frame.EnumWords;
import org.vigie.server.review.Decision;
import org.vigie.server.review.cases.Case;
import org.vigie.server.review.cases.CaseState;
import org.vigie.server.review.queueing.CaseFile;
import org.vigie.server.review.queueing.CaseFile.PastDecision;
import org.vigie.server.review.reversing.Correction;
import org.vigie.server.review.reversing.CorrectionRights;
import org.vigie.server.review.reversing.Corrections;
import org.vigie.server.review.web.CasePage.Life;
import org.vigie.server.review.web.Past.DecisionRow;

/// Puts the decision that counts into words, and a viewer's choices about it.
final class LifeViews {
  private final Corrections corrections;
  private final People people;

  LifeViews(Corrections corrections, People people) {
    this.corrections = corrections;
    this.people = people;
  }

  private String name(PersonId person) {
    return people.find(person).map(found -> found.name().value()).orElse("–");
  }

  /// Returns the decision that counts; empty if there is none, or if it is hidden from the viewer.
  ///
  /// @param row puts a decision into words
  /// @param reason that the viewer sent with a form that was refused
  Optional<Life> of(
      CaseFile file,
      PersonId viewer,
      Function<PastDecision, DecisionRow> row,
      String reason,
      Words words) {
    return file.decisions().stream()
        .filter(past -> past.standing() == CaseFile.Standing.FINAL)
        .filter(
            _ -> file.subject().state() == CaseState.DECIDED && file.judged().isEmpty())
        .reduce((_, last) -> last)
        .map(past -> new Life(
            past.decision().id().value().toString(),
            row.apply(past),
            past.correction()
                .filter(Correction::waits)
                .map(asked -> asked(asked, viewer, file.subject(), words)),
            acts(past.decision(), viewer, file.subject(), words),
            CorrectionRights.needsSecond(past.decision()),
            reason));
  }

  private List<Choice> acts(Decision decision, PersonId viewer, Case subject, Words words) {
    return corrections.choices(viewer, decision, subject).stream()
        .filter(_ -> Viewer.may(Permission.CASES_DECIDE))
        .map(EnumWords::of)
        .map(kind -> new Choice(kind, words.texts().get("review.correction." + kind)))
        .toList();
  }

  private Asked asked(Correction asked, PersonId viewer, Case subject, Words words) {
    boolean decides = Viewer.may(Permission.CASES_DECIDE);
    boolean mine = decides && asked.asked().by().equals(viewer);
    boolean answerable = decides && corrections.mayAnswer(viewer, asked, subject);
    return asked(asked, subject, new Asked.Of(mine, answerable), words);
  }

  Asked asked(Corrections.Waiting one, Words words) {
    boolean decides = Viewer.may(Permission.CASES_DECIDE);
    return asked(
        one.correction(),
        one.subject(),
        new Asked.Of(decides && one.mine(), decides && one.answerable()),
        words);
  }

  private Asked asked(Correction asked, Case subject, Asked.Of viewer, Words words) {
    String kind = EnumWords.of(asked.kind());
    return new Asked(
        asked.id().value().toString(),
        words
            .texts()
            .get(
                "review.correction.asked." + kind,
                name(asked.asked().by()),
                words.texts().time(asked.asked().at())),
        asked.asked().reason(),
        viewer,
        !viewer.answerable() && isStuck(asked, subject));
  }

  /// Returns whether none of the people who decide cases may answer a request.
  private boolean isStuck(Correction asked, Case subject) {
    return people.all().stream()
        .filter(person -> person.permissions().contains(Permission.CASES_DECIDE))
        .noneMatch(person -> corrections.mayAnswer(person.id(), asked, subject));
  }

  /// Returns how the last request about a decision ended, in words; empty if there is none.
  Optional<String> ended(Optional<Correction> last, Words words) {
    return last.filter(one -> !one.waits()).map(one -> {
      String asked = words
          .texts()
          .get(
              "review.correction.said." + EnumWords.of(one.kind()),
              name(one.asked().by()),
              words.texts().time(one.asked().at()),
              one.asked().reason());
      return one.answer()
          .map(answer -> asked + " "
              + words
                  .texts()
                  .get(
                      "review.correction.answered." + EnumWords.of(one.state()),
                      name(answer.by()),
                      words.texts().time(answer.at()),
                      answer.reason()))
          .orElse(
              one.state() == Correction.State.WITHDRAWN
                  ? asked + " " + words.texts().get("review.correction.withdrawn")
                  : asked);
    });
  }
}
