package org.vigie.server.report.web;

import java.io.IOException;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.vigie.server.access.Caller;
import org.vigie.server.access.Permission;
import org.vigie.server.access.Requires;
import org.vigie.server.frame.FormErrors;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Notices;
import org.vigie.server.frame.Page;
import org.vigie.server.frame.ProblemException;
import org.vigie.server.report.Flagger;
import org.vigie.server.report.FlaggerDesk;
import org.vigie.server.report.FlaggerMonth;

/// The portal of hotlines and trusted flaggers.
@Controller
@RequestMapping("/flagger")
class PortalController {
  private final FlaggerCaller flaggers;
  private final FlaggerBatch batch;
  private final FlaggerDesk desk;
  private final PortalPages pages;
  private final InstantSource clock;

  PortalController(
      FlaggerCaller flaggers,
      FlaggerBatch batch,
      FlaggerDesk desk,
      PortalPages pages,
      InstantSource clock) {
    this.flaggers = flaggers;
    this.batch = batch;
    this.desk = desk;
    this.pages = pages;
    this.clock = clock;
  }

  @GetMapping
  @Requires(Permission.FLAG)
  ResponseEntity<PortalPage> portal(Frame frame, Caller.Person caller) {
    return Answers.page(page(frame, caller, Map.of(), FormErrors.NONE, Optional.empty()));
  }

  private PortalPage page(
      Frame frame,
      Caller caller,
      Map<String, String> typed,
      FormErrors errors,
      Optional<PortalPage.TableResult> table) {
    return pages.page(frame, flaggers.flagger(caller), typed, errors, table);
  }

  @PostMapping("/notices")
  @Requires(Permission.FLAG)
  Object send(
      Frame frame,
      Caller.Person caller,
      @RequestParam Map<String, String> typed,
      RedirectAttributes redirect)
      throws IOException {
    Flagger flagger = flaggers.flagger(caller);
    FlaggerBatch.Answer answer =
        batch.send(caller, flagger, Optional.empty(), List.of(notice(frame, typed)::claim));
    FlaggerBatch.Result result = answer.results().getFirst();
    if (result.noticeId() != null) {
      Notices.tell(redirect, frame.text("report.portal.sent"));
      return "redirect:/flagger";
    }
    FormErrors errors = FormErrors.NONE.with(
        PortalPages.field(String.valueOf(result.field())), String.valueOf(result.detail()));
    return again(page(frame, caller, typed, errors, Optional.empty()));
  }

  private static NoticeJson notice(Frame frame, Map<String, String> typed) {
    Where where = Where.of(name -> typed.getOrDefault(name, "").strip());
    NoticeJson.PlaceJson place = new NoticeJson.PlaceJson(
        where.place().get("account"),
        where.place().get("room"),
        where.place().get("message"),
        where.place().get("link"));
    return new NoticeJson(
        "illegal",
        where.category(),
        typed.getOrDefault("explanation", "").replace("\r\n", "\n"),
        "public",
        typed.containsKey("good_faith"),
        frame.texts().language().code(),
        List.of(place),
        null,
        null);
  }

  @PostMapping("/table")
  @Requires(Permission.FLAG)
  ResponseEntity<? extends Page> sendTable(
      Frame frame,
      Caller.Person caller,
      @RequestParam MultipartFile table,
      @RequestParam(name = "good_faith", defaultValue = "") String goodFaith)
      throws IOException {
    Flagger flagger = flaggers.flagger(caller);
    try {
      List<FlaggerBatch.Item> items = FlaggerCsv.read(table.getBytes(), !goodFaith.isEmpty());
      FlaggerBatch.Answer answer = batch.send(caller, flagger, Optional.empty(), items);
      return Answers.page(
          page(frame, caller, Map.of(), FormErrors.NONE, Optional.of(result(frame, answer))));
    } catch (ProblemException problem) {
      FormErrors errors = FormErrors.NONE.with("table", problem.problem().detail());
      return again(page(frame, caller, Map.of(), errors, Optional.empty()));
    }
  }

  private static ResponseEntity<PortalPage> again(PortalPage page) {
    return Answers.page(HttpStatus.UNPROCESSABLE_CONTENT, page);
  }

  private static PortalPage.TableResult result(Frame frame, FlaggerBatch.Answer answer) {
    return new PortalPage.TableResult(
        frame.text("report.portal.received", frame.texts().number(answer.received())),
        answer.results().stream()
            .filter(each -> each.noticeId() == null)
            // people count the first line, which has the names, as the first
            .map(each -> frame.text(
                "report.portal.refused", each.index() + 2, each.field() + ": " + each.detail()))
            .toList());
  }

  @GetMapping("/months")
  @Requires(Permission.FLAG)
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
        frame.texts().number(count.notices()),
        frame.texts().number(count.founded()),
        frame.texts().number(count.unfounded()),
        frame.texts().number(count.open()),
        month.signed().map(signed -> frame.texts().time(signed.at())).orElse(""),
        month.signed().isEmpty() && month.month().isBefore(present));
  }

  @PostMapping("/months")
  @Requires(Permission.FLAG)
  String sign(
      Frame frame,
      Caller.Person caller,
      @RequestParam(defaultValue = "") String month,
      RedirectAttributes redirect) {
    Flagger flagger = flaggers.flagger(caller);
    boolean signed = desk.sign(caller, flagger.organisation(), month(month));
    Notices.tell(redirect, frame.text(signed ? "report.months.done" : "report.months.not-done"));
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
