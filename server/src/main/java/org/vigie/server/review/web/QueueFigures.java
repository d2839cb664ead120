package org.vigie.server.review.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.server.frame.Texts;
import org.vigie.server.review.cases.CaseCourse;
import org.vigie.server.review.cases.CaseCourse.Deadline;
import org.vigie.server.review.cases.CaseQuery;
import org.vigie.server.review.cases.CaseState;
import org.vigie.server.review.cases.Span;
import org.vigie.server.review.queueing.AgeBand;
import org.vigie.server.review.queueing.QueueState;
import org.vigie.server.review.queueing.Queues;

/// Draws the pending cases: by queue, and by age.
final class QueueFigures {
  private static final CaseQuery OPEN = CaseQuery.ALL.in(CaseState.OPEN);
  private static final Duration YEAR = Duration.ofDays(365);

  private final Queues queues;

  QueueFigures(Queues queues) {
    this.queues = queues;
  }

  Figure waiting(Words words) {
    Texts texts = words.texts();
    List<QueueState> states = queues.states();
    String title = texts.get("review.lead.waiting");
    return new Figure(
        "waiting",
        title,
        "",
        Optional.of(Bars.of(
            title,
            List.of(
                new Bars.Part(texts.get("review.column.waiting"), "first"),
                new Bars.Part(texts.get("review.column.held"), "second")),
            states.stream().map(queue -> bar(queue, words)).toList())),
        Optional.empty(),
        List.of(new Sheet(
            title,
            List.of(
                texts.get("review.column.queue"),
                texts.get("review.column.waiting"),
                texts.get("review.column.held"),
                texts.get("review.lead.late"),
                texts.get("review.column.oldest"),
                texts.get("review.column.first-due")),
            states.stream().map(queue -> row(queue, words)).toList())),
        states.isEmpty() ? texts.get("review.none") : "");
  }

  private static Bars.Value bar(QueueState queue, Words words) {
    Texts texts = words.texts();
    return new Bars.Value(
        words.queue(queue.name()),
        Optional.of(FilterForm.list(OPEN.of(queue.name()))),
        List.of(queue.waiting(), queue.held()),
        queue.overdue() == 0
            ? texts.number(queue.waiting())
            : texts.get("review.lead.waiting.late", queue.waiting(), queue.overdue()));
  }

  private static Sheet.Row row(QueueState queue, Words words) {
    Texts texts = words.texts();
    CaseQuery ofQueue = CaseQuery.ALL.of(queue.name());
    return Sheet.Row.of(
        Sheet.Cell.of(words.queue(queue.name())),
        Sheet.Cell.of(texts.number(queue.waiting()), FilterForm.list(ofQueue.in(CaseState.OPEN))),
        Sheet.Cell.of(texts.number(queue.held()), FilterForm.list(ofQueue.in(CaseState.CLAIMED))),
        Sheet.Cell.of(
            texts.number(queue.overdue()), FilterForm.list(ofQueue.of(overdue(words.now())))),
        Sheet.Cell.of(texts.time(queue.oldest())),
        Sheet.Cell.of(queue.due().map(texts::time).orElse("–")));
  }

  private static CaseCourse overdue(Instant now) {
    return new CaseCourse(
        Optional.empty(),
        Optional.of(new Span(Instant.EPOCH, now)),
        Optional.empty(),
        Optional.of(Deadline.OVERDUE),
        Optional.empty());
  }

  Figure ages(Words words) {
    Texts texts = words.texts();
    String title = texts.get("review.lead.ages");
    List<Bars.Value> bars = bands(words);
    boolean none = bars.stream().allMatch(bar -> bar.sum() == 0);
    return new Figure(
        "ages",
        title,
        "",
        Optional.of(Bars.of(title, List.of(new Bars.Part(title, "first")), bars)),
        Optional.empty(),
        List.of(new Sheet(
            title,
            List.of(texts.get("review.lead.age"), texts.get("review.column.waiting")),
            bars.stream()
                .map(bar -> Sheet.Row.of(
                    Sheet.Cell.of(bar.name()),
                    Sheet.Cell.of(bar.figure(), bar.address().orElse(""))))
                .toList())),
        none ? texts.get("review.none") : "");
  }

  private List<Bars.Value> bands(Words words) {
    List<Bars.Value> bars = new ArrayList<>();
    Instant newest = words.now().plusSeconds(1);
    for (AgeBand band : queues.ages()) {
      boolean last = band.under().compareTo(YEAR) > 0;
      Instant oldest = last ? Instant.EPOCH : words.now().minus(band.under());
      CaseCourse course = CaseCourse.ANY.withOpened(new Span(oldest, newest));
      bars.add(new Bars.Value(
          age(band.under(), last, words.texts()),
          Optional.of(FilterForm.list(OPEN.of(course))),
          List.of(band.cases()),
          words.texts().number(band.cases())));
      newest = oldest;
    }
    return bars;
  }

  private static String age(Duration under, boolean last, Texts texts) {
    return last ? texts.get("review.lead.older") : texts.get("review.lead.under", under.toHours());
  }
}
