package org.vigie.server.report.web;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.vigie.connector.MessengerId;
import org.vigie.connector.Surface;
import org.vigie.server.frame.Choice;
import org.vigie.server.frame.FormErrors;
import org.vigie.server.frame.Frame;
import org.vigie.server.messenger.Messengers;
import org.vigie.server.policy.Category;
import org.vigie.server.policy.Policies;
import org.vigie.server.report.Ground;
import org.vigie.server.report.checking.Links;
import org.vigie.server.report.form.FormPasses;
import org.vigie.server.report.form.Reason;
import org.vigie.server.report.form.SupportService;
import org.vigie.server.report.form.SupportServices;
import org.vigie.server.report.settings.ReportSettings;

/// Makes the pages of the form.
public final class FormPages {
  static final String REASON = "/report";
  static final String WHERE = "/report/where";
  static final String SEND = "/report/send";

  private final Policies policies;
  private final Messengers messengers;
  private final FormPasses passes;
  private final SupportServices services;
  private final ReportSettings settings;

  public FormPages(
      Policies policies,
      Messengers messengers,
      FormPasses passes,
      SupportServices services,
      ReportSettings settings) {
    this.settings = settings;
    this.policies = policies;
    this.messengers = messengers;
    this.passes = passes;
    this.services = services;
  }

  ReasonPage reasons(Frame frame, Where where, Said said) {
    Map<String, String> carried = new LinkedHashMap<>(where.fieldsOfAnyReason());
    carried.putAll(said.fields());
    return new ReasonPage(
        frame,
        Reason.of(policies.current()).keySet().stream()
            .map(reason -> new ReasonPage.Row(
                reason.word(),
                frame.texts().get("report.reason", reason),
                frame.texts().get("report.examples", reason)))
            .toList(),
        carried);
  }

  WherePage where(Frame frame, Where where, Chosen chosen, Said said, FormErrors errors) {
    return new WherePage(
        frame,
        frame.texts().get("report.reason", chosen.reason()),
        filled(where, chosen),
        choices(frame, chosen),
        said.fields(),
        errors,
        support(frame, chosen));
  }

  private WherePage.Choices choices(Frame frame, Chosen chosen) {
    return new WherePage.Choices(
        categories(frame, chosen),
        grounds(frame, chosen),
        chosen.messenger().isEmpty() ? choices(frame, messengers) : messengers(frame, messengers),
        Stream.of(Surface.values())
            .map(
                surface -> new Choice(surface.word(), frame.texts().get("report.surface", surface)))
            .toList());
  }

  /// Fills in answers that leave no choice. Open questions stay empty.
  private Where filled(Where where, Chosen chosen) {
    return new Where(
        chosen.reason().word(),
        chosen.answered("category", chosen.category().key().value()),
        chosen.answered("ground", chosen.ground().word()),
        chosen
            .messenger()
            .filter(_ -> messengers.areSeveral())
            .map(MessengerId::value)
            .orElse(""),
        chosen.answered("surface", chosen.surface().word()),
        where.link(),
        where.account(),
        where.room(),
        where.message());
  }

  private static List<Choice> categories(Frame frame, Chosen chosen) {
    return chosen.offered().size() == 1
        ? List.of()
        : Stream.concat(
                Stream.of(new Choice("", frame.text("report.choose"))),
                chosen.offered().stream()
                    .map(category -> new Choice(category.key().value(), name(frame, category))))
            .toList();
  }

  /// Returns the messengers to choose from, none of them chosen; empty if there is only one.
  static List<Choice> messengers(Frame frame, Messengers messengers) {
    return messengers.areSeveral() ? choices(frame, messengers) : List.of();
  }

  private static List<Choice> choices(Frame frame, Messengers messengers) {
    return Stream.concat(
            Stream.of(new Choice("", frame.text("report.choose"))),
            messengers.all().stream().map(each -> new Choice(each.value(), each.value())))
        .toList();
  }

  private static List<Choice> grounds(Frame frame, Chosen chosen) {
    return chosen.isOnlyChildAbuse()
        ? List.of()
        : Stream.of(Ground.RULES, Ground.ILLEGAL)
            .map(ground -> new Choice(ground.word(), frame.texts().get("report.ground", ground)))
            .toList();
  }

  static String name(Frame frame, Category category) {
    return Objects.requireNonNullElse(
        category.names().get(frame.texts().language()), category.key().value());
  }

  SendPage send(Frame frame, Where where, Chosen chosen, Said said, FormErrors errors) {
    Where filled = filled(where, chosen);
    return new SendPage(
        frame,
        filled,
        facts(frame, filled, chosen),
        asks(frame, filled, chosen),
        said,
        passes.make(),
        errors,
        support(frame, chosen));
  }

  private SendPage.Asks asks(Frame frame, Where where, Chosen chosen) {
    boolean ofMembers = Links.opensForMembersOnly(where.link());
    String hint = chosen.needsContact() ? "hint" : "hint-optional";
    return new SendPage.Asks(
        chosen.needsContact(),
        chosen.ground() == Ground.ILLEGAL,
        chosen.needsContact(),
        frame.text("report.explanation." + (ofMembers ? "hint-private" : hint)),
        frame.text(
            "report.attachments.kept",
            frame.texts().number(settings.keepUnseen().toDays())),
        new FileLimit(settings.maxAttachment().toBytes()));
  }

  private static List<SendPage.Fact> facts(Frame frame, Where where, Chosen chosen) {
    Map<String, String> said = new LinkedHashMap<>();
    said.put("category", name(frame, chosen.category()));
    said.put("ground", frame.texts().get("report.ground", chosen.ground()));
    if (!where.messenger().isEmpty()) {
      said.put("messenger", where.messenger());
    }
    said.put("surface", frame.texts().get("report.surface", chosen.surface()));
    said.putAll(where.place());
    Set<String> fixed = new HashSet<>();
    if (chosen.offered().size() == 1) {
      fixed.add("category");
    }
    if (chosen.isChildAbuse()) {
      fixed.add("ground");
    }
    return said.entrySet().stream()
        .map(each -> new SendPage.Fact(
            frame.text("report.field." + each.getKey()),
            each.getValue(),
            Optional.of(WHERE + "#" + each.getKey()).filter(_ -> !fixed.contains(each.getKey()))))
        .toList();
  }

  private List<SupportRow> support(Frame frame, Chosen chosen) {
    return chosen.needsSupport() ? support(frame) : List.of();
  }

  List<SupportRow> support(Frame frame) {
    return services.all().stream().map(each -> row(frame, each)).toList();
  }

  private static SupportRow row(Frame frame, SupportService service) {
    Locale language = frame.texts().language().locale();
    return new SupportRow(
        service
            .country()
            .map(code -> Locale.of("", code).getDisplayCountry(language))
            .orElse(frame.text("report.support.everywhere")),
        frame.texts().get("report.support", service.audience()),
        service.name(),
        service.phone().orElse(""),
        service.address());
  }

  /// Returns the labels of the fields of a place.
  static Map<String, String> labels(Frame frame) {
    return Map.of(
        "link", frame.text("report.field.link"),
        "account", frame.text("report.field.account"),
        "room", frame.text("report.field.room"),
        "message", frame.text("report.field.message"));
  }
}
