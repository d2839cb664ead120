package org.vigie.server.report.web;

import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.vigie.server.access.Caller;
import org.vigie.server.access.Look;
import org.vigie.server.access.Permission;
import org.vigie.server.access.Requires;
import org.vigie.server.frame.FlashMessages;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.ProblemException;
import org.vigie.server.report.Flagger;
import org.vigie.server.report.flagging.FlaggerDesk;
import org.vigie.server.report.flagging.FlaggerMonth;

/// Shows the monthly counts of a flagger, and takes its countersignature.
@Controller
@RequestMapping("/flagger/months")
class MonthsController {
  private final FlaggerCaller flaggers;
  private final FlaggerDesk desk;
  private final InstantSource clock;

  MonthsController(FlaggerCaller flaggers, FlaggerDesk desk, InstantSource clock) {
    this.flaggers = flaggers;
    this.desk = desk;
    this.clock = clock;
  }

  @GetMapping
  @Requires(Permission.FLAG)
  @Look(Look.Kind.RECORDED)
  ResponseEntity<MonthsPage> months(Frame frame, Caller.Person caller) {
    Flagger flagger = flaggers.flagger(caller);
    YearMonth present = YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC));
    return Answers.page(new MonthsPage(
        frame,
        desk.months(flagger.organisation()).stream()
            .map(month -> row(frame, month, present))
            .toList()));
  }

  private static MonthsPage.Row row(Frame frame, FlaggerMonth month, YearMonth present) {
    FlaggerMonth.Count count = month.count();
    return new MonthsPage.Row(
        month.month().toString(),
        DateTimeFormatter.ofPattern("LLLL yyyy", frame.texts().language().locale())
            .format(month.month()),
        frame.texts().number(count.notices()),
        frame.texts().number(count.founded()),
        frame.texts().number(count.unfounded()),
        frame.texts().number(count.open()),
        month.signed().map(signed -> frame.texts().time(signed.at())).orElse(""),
        month.signed().isEmpty() && month.month().isBefore(present));
  }

  @PostMapping
  @Requires(Permission.FLAG)
  String sign(
      Frame frame,
      Caller.Person caller,
      @RequestParam(defaultValue = "") String month,
      @RequestParam(defaultValue = "") String sure,
      RedirectAttributes redirect) {
    Flagger flagger = flaggers.flagger(caller);
    if (sure.isEmpty()) {
      FlashMessages.add(redirect, frame.text("report.months.not-sure"));
      return "redirect:/flagger/months";
    }
    boolean signed = desk.sign(caller, flagger.organisation(), month(month));
    FlashMessages.add(
        redirect, frame.text(signed ? "report.months.done" : "report.months.not-done"));
    return "redirect:/flagger/months";
  }

  private static YearMonth month(String text) {
    try {
      return YearMonth.parse(text);
    } catch (DateTimeParseException _) {
      throw ProblemException.ofField("month", "This is a month such as 2026-11.");
    }
  }
}
