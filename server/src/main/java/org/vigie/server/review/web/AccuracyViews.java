package org.vigie.server.review.web;

import java.util.List;
import java.util.Map;
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

  LeadPage.Sources of(Texts texts) {
    List<Line> lines = Stream.concat(organisations(), reporters(texts)).toList();
    return new LeadPage.Sources(
        texts.get("review.lead.accuracy.lead", Priorities.MOST_CREDIT, Accuracies.FEWEST),
        Chart.of(
            texts.get("review.lead.accuracy"),
            List.of(texts.get("review.lead.founded"), texts.get("review.lead.unfounded")),
            lines.stream()
                .map(line -> new Chart.Column("", line.founded, line.decided - line.founded))
                .toList()),
        lines.stream().map(line -> row(line, texts)).toList());
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

  private static LeadPage.SourceRow row(Line line, Texts texts) {
    long share = Math.round(line.founded * PERCENT / line.decided);
    return new LeadPage.SourceRow(
        line.who,
        line.address,
        texts.number(line.decided),
        texts.number(line.founded),
        share + " %");
  }
}
