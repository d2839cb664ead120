package org.vigie.server.review.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.server.access.Organisation;
import org.vigie.server.access.OrganisationId;
import org.vigie.server.access.People;
import org.vigie.server.frame.Texts;
import org.vigie.server.report.Accuracies;
import org.vigie.server.report.Flagger;
import org.vigie.server.report.FlaggerRecord;
import org.vigie.server.report.Flaggers;
import org.vigie.server.report.ReporterAccuracy;
import org.vigie.server.review.opening.Priorities;

/// Puts into words how accurate those are who report.
final class AccuracyViews {
  private static final int SHOWN_OF_A_MARK = 8;
  private static final double PERCENT = 100;

  private final Accuracies accuracies;
  private final Flaggers flaggers;
  private final People people;

  AccuracyViews(Accuracies accuracies, Flaggers flaggers, People people) {
    this.accuracies = accuracies;
    this.flaggers = flaggers;
    this.people = people;
  }

  /// A reporter, in figures.
  private record Line(String who, String address, int decided, int founded) {}

  Figure of(Texts texts) {
    List<Line> lines = Stream.concat(organisations(), reporters(texts)).toList();
    String title = texts.get("review.lead.accuracy");
    return new Figure(
        "accuracy",
        title,
        texts.get("review.lead.accuracy.lead", Priorities.MOST_CREDIT, Accuracies.FEWEST),
        Optional.of(Bars.of(
            title,
            List.of(
                new Bars.Part(texts.get("review.lead.founded"), "first"),
                new Bars.Part(texts.get("review.lead.unfounded"), "second")),
            lines.stream().map(line -> bar(line, texts)).toList())),
        Optional.empty(),
        List.of(new Sheet(
            title,
            Stream.of(
                    "review.lead.source",
                    "review.lead.decided",
                    "review.lead.founded",
                    "review.lead.share.founded")
                .map(key -> texts.get(key))
                .toList(),
            lines.stream().map(line -> row(line, texts)).toList())),
        lines.isEmpty() ? texts.get("review.lead.accuracy.none") : "");
  }

  private static Bars.Value bar(Line line, Texts texts) {
    return new Bars.Value(
        line.who,
        Optional.of(line.address),
        List.of((long) line.founded, (long) line.decided - line.founded),
        texts.get("review.lead.of", line.founded, line.decided));
  }

  private Stream<Line> organisations() {
    Map<OrganisationId, String> names = people.organisations().stream()
        .collect(Collectors.toMap(Organisation::id, Organisation::name));
    return flaggers.all().stream()
        .map(Flagger::organisation)
        .map(organisation -> {
          FlaggerRecord record = flaggers.record(organisation);
          String id = organisation.value().toString();
          return new Line(
              names.getOrDefault(organisation, id),
              "/flaggers",
              record.decided(),
              record.founded());
        })
        .filter(line -> line.decided > 0);
  }

  private Stream<Line> reporters(Texts texts) {
    return accuracies.ofReporters().stream().map(reporter -> line(reporter, texts));
  }

  private static Line line(ReporterAccuracy reporter, Texts texts) {
    String mark = reporter.reporter().value();
    return new Line(
        texts.get("review.lead.origin." + reporter.origin(), mark.substring(0, SHOWN_OF_A_MARK)),
        "/reporters/" + mark,
        reporter.accuracy().decided(),
        reporter.accuracy().founded());
  }

  private static Sheet.Row row(Line line, Texts texts) {
    long share = Math.round(line.founded * PERCENT / line.decided);
    return Sheet.Row.of(
        Sheet.Cell.of(line.who, line.address),
        Sheet.Cell.of(texts.number(line.decided)),
        Sheet.Cell.of(texts.number(line.founded)),
        Sheet.Cell.of(texts.get("review.lead.percent", share)));
  }
}
