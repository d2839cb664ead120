package org.vigie.server.report.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.unit.DataSize;
import org.vigie.connector.Reference;
import org.vigie.connector.Surface;
import org.vigie.server.access.Organisation;
import org.vigie.server.access.People;
import org.vigie.server.frame.Choice;
import org.vigie.server.frame.ChoiceGroup;
import org.vigie.server.frame.FormErrors;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Tone;
import org.vigie.server.messenger.Messengers;
import org.vigie.server.policy.Category;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.policy.Explanations;
import org.vigie.server.policy.Policies;
import org.vigie.server.report.Flagger;
import org.vigie.server.report.FlaggerRecord;
import org.vigie.server.report.Notice;
import org.vigie.server.report.Origin;
import org.vigie.server.report.ReportedContent;
import org.vigie.server.report.flagging.FlaggerDesk;
import org.vigie.server.report.intake.ReportProblems;

/// Makes the page of a flagger.
public final class PortalPages {
  private final FlaggerDesk desk;
  private final Policies policies;
  private final Messengers messengers;
  private final People people;
  private final DataSize largestFile;

  /// @param largestFile that is taken
  public PortalPages(
      FlaggerDesk desk,
      Policies policies,
      Messengers messengers,
      People people,
      DataSize largestFile) {
    this.largestFile = largestFile;
    this.desk = desk;
    this.policies = policies;
    this.messengers = messengers;
    this.people = people;
  }

  PortalPage page(
      Frame frame,
      Flagger flagger,
      Map<String, String> typed,
      FormErrors errors,
      Optional<PortalPage.TableResult> table) {
    return new PortalPage(
        frame,
        facts(frame, flagger),
        figures(frame, desk.record(flagger.organisation())),
        desk.last(flagger.organisation()).stream().map(each -> row(frame, each)).toList(),
        categories(frame, flagger),
        FormPages.messengers(frame, messengers),
        Stream.of(Surface.values())
            .map(each -> new Choice(each.word(), frame.texts().get("report.surface", each)))
            .toList(),
        typed,
        errors,
        new FileLimit(largestFile.toBytes()),
        table);
  }

  private List<PortalPage.Figure> facts(Frame frame, Flagger flagger) {
    String scope = flagger.categories().stream()
        .map(key -> name(frame, key))
        .sorted()
        .collect(Collectors.joining(", "));
    String until = flagger.until().map(frame.texts()::day).orElse("");
    return List.of(
        fact(frame, "report.flaggers.organisation", organisation(flagger)),
        fact(
            frame,
            "report.flaggers.status",
            frame.texts().get("report.flagger.status", flagger.status())),
        fact(frame, "report.flaggers.awarder", flagger.awarder()),
        fact(frame, "report.portal.first-within", scope),
        fact(
            frame,
            "report.flaggers.dates",
            (frame.texts().day(flagger.from()) + " – " + until).strip()));
  }

  private String organisation(Flagger flagger) {
    return people.organisations().stream()
        .filter(each -> each.id().equals(flagger.organisation()))
        .map(Organisation::name)
        .findFirst()
        .orElse(flagger.organisation().value().toString());
  }

  private static PortalPage.Figure fact(Frame frame, String key, String value) {
    return new PortalPage.Figure(frame.text(key), value);
  }

  private String name(Frame frame, CategoryKey key) {
    return policies
        .current()
        .find(key)
        .map(category -> FormPages.name(frame, category))
        .orElse(key.value());
  }

  /// Returns all categories, those of the organisation's own scope first.
  private List<ChoiceGroup> categories(Frame frame, Flagger flagger) {
    Map<Boolean, List<Choice>> within = policies.current().categories().stream()
        .collect(Collectors.partitioningBy(
            each -> flagger.covers(each.key()),
            Collectors.mapping(each -> choice(frame, each), Collectors.toList())));
    return List.of(
        new ChoiceGroup(
            frame.text("report.portal.within-scope"), within.getOrDefault(true, List.of())),
        new ChoiceGroup(
            frame.text("report.portal.beyond-scope"), within.getOrDefault(false, List.of())));
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
    return new PortalPage.Row(
        "/flagger/notices/" + notice.id().value(),
        notice.claim().reported().stream().findFirst().map(PortalPages::inShort).orElse("–"),
        reference(notice),
        frame.texts().moment(notice.receivedAt()),
        name(frame, notice.claim().category()),
        scope(frame, notice),
        tone(notice.progress()),
        state(frame, notice.progress()));
  }

  /// Returns the best name of a place, as it was given.
  private static String inShort(ReportedContent place) {
    return place
        .address()
        .or(() -> Optional.of(Stream.of(
                place.subject().account(),
                place.subject().room(),
                place.subject().message())
            .flatMap(Optional::stream)
            .map(Reference::value)
            .collect(Collectors.joining(" / "))))
        .orElseThrow();
  }

  private static String reference(Notice notice) {
    return notice.origin() instanceof Origin.Flagger flagger
        ? flagger.reference().orElse("")
        : "";
  }

  private static String scope(Frame frame, Notice notice) {
    boolean within = notice.origin() instanceof Origin.Flagger flagger && flagger.withinScope();
    return frame.text(within ? "report.portal.within" : "report.portal.beyond");
  }

  private static Tone tone(Notice.Progress progress) {
    return switch (progress) {
      case Notice.Progress.Open _ -> Tone.WAITING;
      case Notice.Progress.Decided(var _, Notice.Outcome outcome) ->
        outcome.founded() ? Tone.GOOD : Tone.NEUTRAL;
    };
  }

  private static String state(Frame frame, Notice.Progress progress) {
    return switch (progress) {
      case Notice.Progress.Open _ -> frame.text("report.state.open");
      case Notice.Progress.Decided(var _, Notice.Outcome outcome) ->
        new Explanations(frame.texts()).state(outcome.founded());
    };
  }

  /// Makes the page of one notice.
  PortalNoticePage notice(Frame frame, Flagger flagger, String id) {
    Notice notice = NoticeIdText.read(id)
        .flatMap(read -> desk.find(flagger.organisation(), read))
        .orElseThrow(ReportProblems::noSuchNotice);
    return new PortalNoticePage(
        frame,
        tone(notice.progress()),
        state(frame, notice.progress()),
        sentences(frame, notice),
        details(frame, notice),
        notice.claim().reported().stream().map(place -> place(frame, place)).toList(),
        notice.claim().explanation());
  }

  private static List<String> sentences(Frame frame, Notice notice) {
    Stream<String> outcome =
        switch (notice.progress()) {
          case Notice.Progress.Open _ -> Stream.of();
          case Notice.Progress.Decided(var _, Notice.Outcome said) ->
            new Explanations(frame.texts()).outcome(said.sentence(), said.automated()).stream();
        };
    Stream<String> forgotten = notice.forgotten().content().stream()
        .map(at -> frame.text("report.receipt.forgotten", frame.texts().time(at)));
    return Stream.concat(outcome, forgotten).toList();
  }

  private List<PortalPage.Figure> details(Frame frame, Notice notice) {
    List<PortalPage.Figure> all = new ArrayList<>();
    all.add(fact(frame, "report.receipt.received", frame.texts().time(notice.receivedAt())));
    if (notice.progress() instanceof Notice.Progress.Decided decided) {
      all.add(fact(frame, "report.receipt.decided", frame.texts().time(decided.at())));
    }
    all.add(fact(frame, "report.field.category", name(frame, notice.claim().category())));
    all.add(fact(frame, "report.portal.scope", scope(frame, notice)));
    messengers
        .shown(notice.claim().messenger())
        .ifPresent(name -> all.add(fact(frame, "report.field.messenger", name)));
    all.add(fact(
        frame,
        "report.field.surface",
        frame.texts().get("report.surface", notice.claim().surface())));
    if (!reference(notice).isEmpty()) {
      all.add(fact(frame, "report.field.reference", reference(notice)));
    }
    all.add(fact(frame, "report.portal.id", notice.id().value().toString()));
    return all;
  }

  private static String place(Frame frame, ReportedContent place) {
    return Stream.of(
            part(frame, "link", place.address()),
            part(frame, "account", place.subject().account().map(Reference::value)),
            part(frame, "room", place.subject().room().map(Reference::value)),
            part(frame, "message", place.subject().message().map(Reference::value)))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(", "));
  }

  private static Optional<String> part(Frame frame, String field, Optional<String> said) {
    return said.map(
        text -> frame.text("report.portal.part", frame.text("report.field." + field), text));
  }
}
