package org.vigie.server.report.web;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vigie.server.frame.Choice;
import org.vigie.server.frame.FormErrors;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Tone;
import org.vigie.server.policy.Category;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.policy.Policies;
import org.vigie.server.report.Flagger;
import org.vigie.server.report.FlaggerDesk;
import org.vigie.server.report.FlaggerRecord;
import org.vigie.server.report.Notice;
import org.vigie.server.report.Origin;

/// Makes the page of a flagger.
public final class PortalPages {
  private final FlaggerDesk desk;
  private final Policies policies;

  public PortalPages(FlaggerDesk desk, Policies policies) {
    this.desk = desk;
    this.policies = policies;
  }

  PortalPage page(
      Frame frame,
      Flagger flagger,
      Map<String, String> typed,
      FormErrors errors,
      Optional<PortalPage.TableResult> table) {
    return new PortalPage(
        frame,
        status(frame, flagger),
        figures(frame, desk.record(flagger.organisation())),
        desk.last(flagger.organisation()).stream().map(each -> row(frame, each)).toList(),
        categories(frame),
        typed,
        errors,
        table);
  }

  private String status(Frame frame, Flagger flagger) {
    String scope = flagger.categories().stream()
        .map(key -> name(frame, key))
        .sorted()
        .collect(Collectors.joining(", "));
    return frame.text(
        "report.portal.status",
        frame.texts().get("report.flagger.status", flagger.status()),
        scope);
  }

  private String name(Frame frame, CategoryKey key) {
    return policies
        .current()
        .find(key)
        .map(category -> FormPages.name(frame, category))
        .orElse(key.value());
  }

  private List<Choice> categories(Frame frame) {
    return policies.current().categories().stream()
        .map(category -> choice(frame, category))
        .toList();
  }

  private static Choice choice(Frame frame, Category category) {
    return new Choice(category.key().value(), FormPages.name(frame, category));
  }

  private static List<PortalPage.Figure> figures(Frame frame, FlaggerRecord record) {
    String share = record.decided() == 0
        ? "–"
        : frame.texts().number(100L * record.founded() / record.decided());
    return List.of(
        figure(frame, "notices", frame.texts().number(record.notices())),
        figure(frame, "decided", frame.texts().number(record.decided())),
        figure(frame, "accuracy", share),
        figure(
            frame,
            "median",
            record.median().map(time -> frame.texts().number(hours(time))).orElse("–")));
  }

  private static long hours(Duration time) {
    return time.plusMinutes(59).toHours();
  }

  private static PortalPage.Figure figure(Frame frame, String key, String value) {
    return new PortalPage.Figure(frame.text("report.portal.figure." + key), value);
  }

  private PortalPage.Row row(Frame frame, Notice notice) {
    boolean within = notice.origin() instanceof Origin.Flagger flagger && flagger.withinScope();
    String scope = frame.text(within ? "report.portal.within" : "report.portal.beyond");
    String received = frame.texts().time(notice.receivedAt());
    String category = name(frame, notice.claim().category());
    String id = notice.id().value().toString();
    return switch (notice.progress()) {
      case Notice.Progress.Open _ ->
        new PortalPage.Row(
            id, received, category, scope, Tone.WAITING, frame.text("report.state.open"), "");
      case Notice.Progress.Decided(var _, Notice.Outcome outcome) ->
        new PortalPage.Row(
            id,
            received,
            category,
            scope,
            outcome.founded() ? Tone.GOOD : Tone.NEUTRAL,
            frame.text(outcome.founded() ? "report.state.founded" : "report.state.unfounded"),
            outcome.sentence());
    };
  }

  /// Returns the field of the form for one of the call: `link` for `reported[0].address`.
  static String field(String field) {
    String last = field.replaceAll(".*\\.", "").replaceAll("\\[.*", "");
    return switch (last) {
      case "account", "room", "message", "category", "explanation", "good_faith", "attachments" ->
        last;
      default -> "link";
    };
  }
}
