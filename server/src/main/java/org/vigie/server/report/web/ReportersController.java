package org.vigie.server.report.web;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.vigie.server.access.Caller;
import org.vigie.server.access.Look;
import org.vigie.server.access.Permission;
import org.vigie.server.access.Requires;
import org.vigie.server.frame.Choice;
import org.vigie.server.frame.FormErrors;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Page;
import org.vigie.server.report.ReporterMark;
import org.vigie.server.report.intake.ReportProblems;
import org.vigie.server.report.reporters.Misuse;
import org.vigie.server.report.reporters.MisuseRegister;
import org.vigie.server.report.reporters.ReporterTally;

/// Lets leads warn and suspend reporters of manifestly unfounded notices.
@Controller
@RequestMapping("/reporters")
class ReportersController {
  private static final Pattern MARK = Pattern.compile("[0-9a-f]{64}");
  private static final int SHOWN = 12;
  private static final int LONGEST_REASON = 1_000;
  private static final String WARN = "warn";
  /// The choices, in days.
  private static final Map<String, Duration> TIMES =
      Map.of("30", Duration.ofDays(30), "90", Duration.ofDays(90), "180", Duration.ofDays(180));

  private final MisuseRegister reporters;

  ReportersController(MisuseRegister reporters) {
    this.reporters = reporters;
  }

  @GetMapping
  @Requires(Permission.REPORTERS_READ)
  @Look(Look.Kind.RECORDED)
  ResponseEntity<ReportersPage> all(Frame frame) {
    return Answers.page(new ReportersPage(
        frame, reporters.withUnfounded().stream().map(each -> row(frame, each)).toList()));
  }

  @GetMapping("/{mark}")
  @Requires(Permission.REPORTERS_READ)
  @Look(value = Look.Kind.RECORDED, subject = "reporter:{mark}")
  ResponseEntity<ReporterPage> one(Frame frame, @PathVariable String mark) {
    return Answers.page(page(frame, find(mark), ReporterPage.Typed.NOTHING, FormErrors.NONE));
  }

  @PostMapping("/{mark}")
  @Requires(Permission.CASES_LEAD)
  @Look(value = Look.Kind.RECORDED, subject = "reporter:{mark}")
  ResponseEntity<? extends Page> act(
      Frame frame,
      Caller.Person caller,
      @PathVariable String mark,
      @RequestParam(defaultValue = "") String measure,
      @RequestParam Optional<Misuse.Gravity> gravity,
      @RequestParam Optional<Misuse.Intent> intent,
      @RequestParam(defaultValue = "") String reason) {
    ReporterTally tally = find(mark);
    ReporterPage.Typed typed = new ReporterPage.Typed(
        measure, gravity.map(Enum::name).orElse(""), intent.map(Enum::name).orElse(""), reason);
    FormErrors errors = errors(frame, typed);
    if (errors.isEmpty()) {
      MisuseRegister.Weighed weighed =
          new MisuseRegister.Weighed(gravity.orElseThrow(), intent.orElseThrow(), reason.strip());
      errors = told(frame, change(caller, tally.reporter(), measure, weighed));
    }
    return errors.isEmpty()
        ? Answers.redirect("/reporters/" + mark)
        : Answers.page(HttpStatus.UNPROCESSABLE_CONTENT, page(frame, tally, typed, errors));
  }

  private MisuseRegister.Change change(
      Caller caller, ReporterMark reporter, String measure, MisuseRegister.Weighed weighed) {
    return Optional.ofNullable(TIMES.get(measure))
        .map(time -> reporters.suspend(caller, reporter, time, weighed))
        .orElseGet(() -> reporters.warn(caller, reporter, weighed));
  }

  private static FormErrors errors(Frame frame, ReporterPage.Typed typed) {
    FormErrors errors = FormErrors.NONE;
    if (!typed.measure().equals(WARN) && !TIMES.containsKey(typed.measure())) {
      errors = errors.with("measure", frame.text("report.reporter.error.measure"));
    }
    if (typed.gravity().isEmpty()) {
      errors = errors.with("gravity", frame.text("report.defect.not-chosen"));
    }
    if (typed.intent().isEmpty()) {
      errors = errors.with("intent", frame.text("report.defect.not-chosen"));
    }
    String reason = typed.reason();
    if (reason.isBlank() || reason.length() > LONGEST_REASON || reason.indexOf('\0') >= 0) {
      errors = errors.with("reason", frame.text("report.reporter.error.reason"));
    }
    return errors;
  }

  private static FormErrors told(Frame frame, MisuseRegister.Change change) {
    return switch (change) {
      case DONE -> FormErrors.NONE;
      case NOTHING_UNFOUNDED ->
        FormErrors.NONE.with("measure", frame.text("report.reporter.error.nothing"));
      case NOT_WARNED ->
        FormErrors.NONE.with("measure", frame.text("report.reporter.error.not-warned"));
    };
  }

  private ReporterTally find(String mark) {
    return Optional.of(mark)
        .filter(text -> MARK.matcher(text).matches())
        .flatMap(text -> reporters.find(new ReporterMark(text)))
        .orElseThrow(ReportProblems::noSuchNotice);
  }

  private ReporterPage page(
      Frame frame, ReporterTally tally, ReporterPage.Typed typed, FormErrors errors) {
    return new ReporterPage(
        frame,
        "/reporters/" + tally.reporter().value(),
        row(frame, tally),
        reporters.history(tally.reporter()).stream()
            .map(each -> act(frame, each))
            .toList(),
        measures(frame),
        choices(frame, "report.gravity", Misuse.Gravity.values()),
        choices(frame, "report.intent", Misuse.Intent.values()),
        typed,
        errors);
  }

  private static List<Choice> measures(Frame frame) {
    return Stream.concat(
            Stream.of(new Choice(WARN, frame.text("report.reporter.warn"))),
            TIMES.keySet().stream()
                .sorted((left, right) -> Integer.valueOf(left).compareTo(Integer.valueOf(right)))
                .map(days -> new Choice(days, frame.text("report.reporter.suspend", days))))
        .toList();
  }

  private static List<Choice> choices(Frame frame, String key, Enum<?>[] values) {
    return Stream.concat(
            Stream.of(new Choice("", frame.text("report.choose"))),
            Arrays.stream(values)
                .map(value -> new Choice(value.name(), frame.texts().get(key, value))))
        .toList();
  }

  private static ReportersPage.Row row(Frame frame, ReporterTally tally) {
    return new ReportersPage.Row(
        "/reporters/" + tally.reporter().value(),
        tally.reporter().value().substring(0, SHOWN),
        frame.text("report.origin." + tally.origin()),
        frame.texts().number(tally.total()),
        frame.texts().number(tally.unfounded()),
        frame.texts().number(100L * tally.unfounded() / tally.total()),
        tally.last().map(last -> measure(frame, last)).orElse(""));
  }

  private static ReporterPage.Act act(Frame frame, Misuse misuse) {
    return new ReporterPage.Act(
        frame.texts().moment(misuse.at()),
        measure(frame, misuse),
        frame.text(
            "report.reporter.numbers",
            frame.texts().number(misuse.number()),
            frame.texts().number(misuse.total())),
        frame.texts().get("report.gravity", misuse.gravity()),
        frame.texts().get("report.intent", misuse.intent()),
        misuse.reason());
  }

  private static String measure(Frame frame, Misuse misuse) {
    return switch (misuse.measure()) {
      case Misuse.Measure.Warning() -> frame.text("report.reporter.warned");
      case Misuse.Measure.Suspension(var until) ->
        frame.text("report.reporter.suspended", frame.texts().time(until));
    };
  }
}
