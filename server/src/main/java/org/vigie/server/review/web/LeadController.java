package org.vigie.server.review.web;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.vigie.server.access.Caller;
import org.vigie.server.access.Look;
import org.vigie.server.access.People;
import org.vigie.server.access.Permission;
import org.vigie.server.access.PersonId;
import org.vigie.server.access.Requires;
import org.vigie.server.frame.Choice;
import org.vigie.server.frame.FlashMessages;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.ProblemException;
import org.vigie.server.frame.Texts;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.review.DecisionId;
import org.vigie.server.review.quality.Quality;
import org.vigie.server.review.quality.ReviewerAgreement;
import org.vigie.server.review.quality.Throughput;
import org.vigie.server.review.queueing.AgeBand;
import org.vigie.server.review.queueing.Cases;

/// Shows figures of the work to leads, and lets them judge samples again.
@Controller
class LeadController {
  private static final String NO_VIOLATION = "none";
  private static final double PERCENT = 100;
  private static final int DAYS = 30;
  private static final int NAMED = 5;

  private final Cases cases;
  private final Quality quality;
  private final Wording wording;
  private final People people;
  private final AccuracyViews accuracy;

  LeadController(
      Cases cases, Quality quality, Wording wording, People people, AccuracyViews accuracy) {
    this.cases = cases;
    this.quality = quality;
    this.wording = wording;
    this.people = people;
    this.accuracy = accuracy;
  }

  @GetMapping("/review/lead")
  @ResponseBody
  @Requires(Permission.CASES_LEAD)
  @Look(Look.Kind.RECORDED)
  LeadPage lead(Frame frame, Caller.Person caller) {
    Words words = wording.in(frame);
    return new LeadPage(
        frame,
        overdue(words.texts()),
        cases.queues().stream().map(queue -> ReviewPage.row(queue, words)).toList(),
        ages(words.texts()),
        days(words.texts(), LocalDate.ofInstant(words.now(), ZoneOffset.UTC)),
        agreements(words.texts()),
        accuracy.of(words.texts()),
        paces(words),
        loads(words.texts()),
        checks(caller.id(), words.texts()),
        verdicts(words));
  }

  private String overdue(Texts texts) {
    long overdue = cases.overdueDecisions();
    return overdue == 0 ? "" : texts.get("review.lead.overdue", overdue);
  }

  private LeadPage.Ages ages(Texts texts) {
    List<AgeBand> bands = cases.ages();
    return new LeadPage.Ages(
        Chart.of(
            texts.get("review.lead.ages"),
            List.of(),
            bands.stream()
                .map(band -> new Chart.Column(under(band.under(), texts), band.cases(), 0))
                .toList()),
        bands.stream()
            .map(band -> new LeadPage.Row(age(band.under(), texts), texts.number(band.cases())))
            .toList());
  }

  /// Beneath a column, few words fit.
  private static String under(Duration under, Texts texts) {
    return under.toHours() > Duration.ofDays(365).toHours()
        ? ""
        : texts.get("review.lead.under.short", under.toHours());
  }

  private static String age(Duration under, Texts texts) {
    long hours = under.toHours();
    return hours > Duration.ofDays(365).toHours()
        ? texts.get("review.lead.older")
        : texts.get("review.lead.under", hours);
  }

  private LeadPage.Days days(Texts texts, LocalDate today) {
    List<Throughput> days = quality.throughput();
    return new LeadPage.Days(
        Chart.of(
            texts.get("review.lead.throughput"),
            List.of(texts.get("review.lead.by-people"), texts.get("review.lead.by-policy")),
            columns(days, today)),
        days.stream()
            .map(day -> new LeadPage.DayRow(
                day.day().toString(), texts.number(day.byPeople()), texts.number(day.byPolicy())))
            .toList());
  }

  /// A column a day, also of days on which nothing was decided; every fifth has its name.
  private static List<Chart.Column> columns(List<Throughput> days, LocalDate today) {
    Map<LocalDate, Throughput> known =
        days.stream().collect(Collectors.toMap(Throughput::day, day -> day));
    return today
        .minusDays(DAYS - 1)
        .datesUntil(today.plusDays(1))
        .map(day -> known.getOrDefault(day, new Throughput(day, 0, 0)))
        .map(day -> new Chart.Column(
            ChronoUnit.DAYS.between(day.day(), today) % NAMED == 0
                ? day.day().toString().substring(5)
                : "",
            day.byPeople(),
            day.byPolicy()))
        .toList();
  }

  private List<LeadPage.AgreementRow> agreements(Texts texts) {
    Quality.ReviewerAgreements found = quality.agreements();
    return List.of(
        row(texts.get("review.lead.checks"), found.checks(), texts),
        row(texts.get("review.lead.seconds"), found.seconds(), texts));
  }

  private static LeadPage.AgreementRow row(String who, ReviewerAgreement agreement, Texts texts) {
    String share = agreement.pairs() == 0 ? "–" : Math.round(agreement.share() * PERCENT) + " %";
    return new LeadPage.AgreementRow(
        who, texts.number(agreement.pairs()), share, kappa(agreement.kappa(), texts));
  }

  private static String kappa(OptionalDouble kappa, Texts texts) {
    Locale locale = texts.language().locale();
    return kappa.isPresent() ? String.format(locale, "%.2f", kappa.getAsDouble()) : "–";
  }

  private List<LeadPage.PaceRow> paces(Words words) {
    return quality.paces().stream()
        .map(pace -> new LeadPage.PaceRow(
            words.severity(pace.severity()),
            words.texts().number(pace.decided()),
            words.length(pace.half()),
            words.length(pace.most())))
        .toList();
  }

  private LeadPage.Loads loads(Texts texts) {
    List<Quality.Load> loads = quality.loads();
    return new LeadPage.Loads(
        Chart.of(
            texts.get("review.lead.exposure"),
            List.of(),
            loads.stream()
                .map(load -> new Chart.Column(firstName(load.person()), load.points(), 0))
                .toList()),
        loads.stream()
            .map(load -> new LeadPage.LoadRow(
                name(load.person()), texts.number(load.points()), texts.number(load.views())))
            .toList());
  }

  private String name(PersonId person) {
    return people.find(person).map(found -> found.name().value()).orElse("–");
  }

  private String firstName(PersonId person) {
    return name(person).split(" ", 2)[0];
  }

  private List<LeadPage.CheckRow> checks(PersonId lead, Texts texts) {
    return quality.waiting(lead).stream()
        .map(check -> new LeadPage.CheckRow(
            check.decision().value().toString(), check.subject().value(), texts.time(check.at())))
        .toList();
  }

  static List<Choice> verdicts(Words words) {
    Choice open = new Choice("", words.texts().get("review.choose"));
    Choice none = new Choice(NO_VIOLATION, words.texts().get("review.verdict.none"));
    return Stream.concat(
            Stream.of(open, none),
            words.policy().categories().stream()
                .map(each -> new Choice(each.key().value(), words.category(each.key()))))
        .toList();
  }

  /// Judges a decision again.
  @PostMapping("/review/lead/checks/{decision}")
  @Requires(Permission.CASES_LEAD)
  String judge(
      Frame frame,
      Caller.Person caller,
      RedirectAttributes redirect,
      @PathVariable UUID decision,
      @RequestParam(defaultValue = "") String verdict) {
    if (verdict.isEmpty()) {
      FlashMessages.add(redirect, frame.text("review.notice.nothing-chosen"));
      return "redirect:/review/lead";
    }
    boolean judged = quality.judge(caller.id(), new DecisionId(decision), category(verdict));
    FlashMessages.add(
        redirect, frame.text(judged ? "review.notice.judged" : "review.notice.judged-before"));
    return "redirect:/review/lead";
  }

  private Optional<CategoryKey> category(String verdict) {
    if (verdict.equals(NO_VIOLATION)) {
      return Optional.empty();
    }
    return Optional.of(Optional.of(verdict)
        .filter(CategoryKey::isWellFormed)
        .map(CategoryKey::new)
        .filter(key -> wording.policy().find(key).isPresent())
        .orElseThrow(() -> ProblemException.ofField("verdict", "There is no such choice.")));
  }
}
