package org.vigie.server.review.web;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.server.access.People;
import org.vigie.server.access.PersonId;
import org.vigie.server.frame.Texts;
import org.vigie.server.review.cases.CaseCourse;
import org.vigie.server.review.cases.CaseCourse.Deadline;
import org.vigie.server.review.cases.CaseCourse.DecidedBy;
import org.vigie.server.review.cases.CaseQuery;
import org.vigie.server.review.cases.QueueName;
import org.vigie.server.review.cases.Span;
import org.vigie.server.review.quality.Deadlines;
import org.vigie.server.review.quality.Pace;
import org.vigie.server.review.quality.Quality;
import org.vigie.server.review.quality.Throughput;
import org.vigie.server.review.queueing.QueueOrder;

/// Draws the team's work of a month: deadlines, decisions, and people's exposure to harm.
final class TeamFigures {
  private static final double PERCENT = 100;

  private final Quality quality;
  private final People people;

  TeamFigures(Quality quality, People people) {
    this.quality = quality;
    this.people = people;
  }

  Figure deadlines(Words words) {
    Texts texts = words.texts();
    List<Deadlines> all = quality.deadlines();
    long met = sum(all, Deadlines::met);
    long missed = sum(all, Deadlines::missed);
    Split<Deadlines> split = new Split<>(
        texts.get("review.lead.deadlines"),
        List.of(
            new Split.Part<>(
                texts.get("review.lead.met"),
                "first",
                Deadlines::met,
                span -> due(span, Deadline.MET)),
            new Split.Part<>(
                texts.get("review.lead.missed"),
                "bad",
                Deadlines::missed,
                span -> due(span, Deadline.MISSED))),
        Deadlines::queue,
        Deadlines::day,
        quality.over());
    String lead = met + missed == 0
        ? ""
        : texts.get("review.lead.deadlines.lead", met, met + missed, percent(met, met + missed));
    return split.figure("deadlines", lead, all, texts.get("review.lead.deadlines.none"), words);
  }

  private static CaseCourse due(Span span, Deadline deadline) {
    return new CaseCourse(
        Optional.empty(),
        Optional.of(span),
        Optional.empty(),
        Optional.of(deadline),
        Optional.empty());
  }

  private static long percent(long part, long all) {
    return (long) Math.floor(part * PERCENT / all);
  }

  private static <T> long sum(List<T> all, ToLongFunction<T> figure) {
    return all.stream().mapToLong(figure).sum();
  }

  Figure decided(Words words) {
    Texts texts = words.texts();
    Split<Throughput> split = new Split<>(
        texts.get("review.lead.throughput"),
        List.of(
            new Split.Part<>(
                texts.get("review.lead.by-people"),
                "first",
                Throughput::byPeople,
                span -> decided(span, DecidedBy.PEOPLE)),
            new Split.Part<>(
                texts.get("review.lead.by-policy"),
                "second",
                Throughput::byPolicy,
                span -> decided(span, DecidedBy.POLICY))),
        Throughput::queue,
        Throughput::day,
        quality.month());
    return split.figure(
        "decided",
        texts.get("review.lead.throughput.lead"),
        quality.throughput(),
        texts.get("review.lead.throughput.none"),
        words);
  }

  private static CaseCourse decided(Span span, DecidedBy by) {
    return new CaseCourse(
        Optional.empty(), Optional.empty(), Optional.of(span), Optional.empty(), Optional.of(by));
  }

  Figure paces(Words words) {
    Texts texts = words.texts();
    Comparator<QueueName> order = QueueOrder.under(words.policy());
    List<Pace> paces = quality.paces().stream()
        .sorted(Comparator.comparing(Pace::queue, order))
        .toList();
    String title = texts.get("review.lead.pace");
    return new Figure(
        "pace",
        title,
        texts.get("review.lead.pace.lead"),
        Optional.of(Bars.of(
            title,
            List.of(
                new Bars.Part(texts.get("review.lead.pace.half"), "first"),
                new Bars.Part(texts.get("review.lead.pace.most"), "second")),
            paces.stream().map(pace -> bar(pace, words)).toList())),
        Optional.empty(),
        List.of(sheet(title, paces, words)),
        paces.isEmpty() ? texts.get("review.lead.throughput.none") : "");
  }

  private Bars.Value bar(Pace pace, Words words) {
    Duration rest = pace.most().minus(pace.half());
    return new Bars.Value(
        words.queue(pace.queue()),
        Optional.of(behind(pace)),
        List.of(pace.half().toSeconds(), rest.toSeconds()),
        words
            .texts()
            .get("review.lead.pace.figure", words.length(pace.half()), words.length(pace.most())));
  }

  private String behind(Pace pace) {
    CaseCourse course = decided(quality.month(), DecidedBy.PEOPLE);
    return FilterForm.list(CaseQuery.ALL.of(pace.queue()).of(course));
  }

  private Sheet sheet(String title, List<Pace> paces, Words words) {
    Texts texts = words.texts();
    return new Sheet(
        title,
        Stream.of(
                "review.column.queue",
                "review.lead.decided",
                "review.lead.pace.half",
                "review.lead.pace.most")
            .map(key -> texts.get(key))
            .toList(),
        paces.stream()
            .map(pace -> Sheet.Row.of(
                Sheet.Cell.of(words.queue(pace.queue())),
                Sheet.Cell.of(texts.number(pace.decided()), behind(pace)),
                Sheet.Cell.of(words.length(pace.half())),
                Sheet.Cell.of(words.length(pace.most()))))
            .toList());
  }

  /// The exposure of each person. No cases stand behind it: which of them a person saw is nobody
  /// else's to browse.
  Figure exposure(Words words) {
    Texts texts = words.texts();
    List<Quality.Load> loads = quality.loads();
    Map<PersonId, String> names = loads.stream()
        .map(Quality.Load::person)
        .distinct()
        .collect(Collectors.toMap(Function.identity(), this::name));
    String title = texts.get("review.lead.exposure");
    return new Figure(
        "exposure",
        title,
        texts.get("review.lead.exposure.lead"),
        Optional.of(Bars.of(
            title,
            List.of(new Bars.Part(texts.get("review.lead.points"), "first")),
            loads.stream()
                .map(load -> new Bars.Value(
                    names.getOrDefault(load.person(), "–"),
                    Optional.empty(),
                    List.of(load.points()),
                    texts.number(load.points())))
                .toList())),
        Optional.empty(),
        List.of(sheet(title, loads, names, texts)),
        loads.isEmpty() ? texts.get("review.lead.exposure.none") : "");
  }

  private static Sheet sheet(
      String title, List<Quality.Load> loads, Map<PersonId, String> names, Texts texts) {
    return new Sheet(
        title,
        Stream.of("review.lead.person", "review.lead.points", "review.lead.views")
            .map(key -> texts.get(key))
            .toList(),
        loads.stream()
            .map(load -> Sheet.Row.of(
                Sheet.Cell.of(names.getOrDefault(load.person(), "–")),
                Sheet.Cell.of(texts.number(load.points())),
                Sheet.Cell.of(texts.number(load.views()))))
            .toList());
  }

  private String name(PersonId person) {
    return people.find(person).map(found -> found.name().value()).orElse("–");
  }
}
