package org.vigie.server.scan.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vigie.connector.Reference;
import org.vigie.server.frame.Choice;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Moment;
import org.vigie.server.frame.Page;
import org.vigie.server.frame.Pager;
import org.vigie.server.frame.Tone;
import org.vigie.server.scan.Scan;
import org.vigie.server.scan.ScanOutcome;

/// The scans that are kept, youngest first.
///
/// @param filter the criteria of the list
/// @param rows of one page
/// @param severalMessengers whether each row names its messenger
public record ScansPage(
    Frame frame, Filter filter, List<Row> rows, Pager pager, boolean severalMessengers)
    implements Page {
  /// The fields of the form above the list.
  ///
  /// @param hours the age limit in hours, empty for all
  public record Filter(String outcome, String surface, String hours) {}

  /// One scan.
  ///
  /// @param banks in which something was found
  /// @param room as the messenger names it
  public record Row(
      String id,
      Moment at,
      Badge outcome,
      String banks,
      String messenger,
      String surface,
      String room,
      String size) {}

  /// A state in words, with its tone.
  public record Badge(Tone tone, String text) {}

  static Row row(Frame frame, Scan scan) {
    return new Row(
        scan.id().value().toString(),
        frame.texts().moment(scan.id().at()),
        badge(frame, scan.outcome().word(), scan.comparison().gap()),
        scan.comparison().matches().stream()
            .map(match -> match.bank().name().value())
            .distinct()
            .collect(Collectors.joining(", ")),
        scan.subject().messenger().value(),
        frame.text("scan.surface." + scan.subject().surface().word()),
        scan.subject().room().map(Reference::value).orElse(""),
        frame.texts().number(scan.size()));
  }

  static Badge badge(Frame frame, String outcome, Optional<ScanOutcome.Cause> cause) {
    return switch (outcome) {
      case "matched" -> new Badge(Tone.BAD, frame.text("scan.outcome.matched"));
      case "clear" -> new Badge(Tone.GOOD, frame.text("scan.outcome.clear"));
      default ->
        new Badge(
            Tone.WARNING,
            cause
                .map(each -> frame.text(
                    "scan.outcome.unscannable-as", frame.text("scan.cause." + each.key())))
                .orElseGet(() -> frame.text("scan.outcome.unscannable")));
    };
  }

  public List<Choice> outcomes() {
    return List.of(
        choice("", "scan.filter.any"),
        choice("matched", "scan.outcome.matched"),
        choice("unscannable", "scan.outcome.unscannable"),
        choice("clear", "scan.outcome.clear"));
  }

  public List<Choice> surfaces() {
    return List.of(
        choice("", "scan.filter.any"),
        choice("public", "scan.surface.public"),
        choice("private", "scan.surface.private"),
        choice("encrypted", "scan.surface.encrypted"));
  }

  public List<Choice> times() {
    return List.of(
        choice("", "scan.filter.all-times"),
        choice("1", "scan.filter.hour"),
        choice("24", "scan.filter.day"),
        choice("168", "scan.filter.week"));
  }

  private Choice choice(String value, String key) {
    return new Choice(value, frame.text(key));
  }
}
