package org.vigie.server.review.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.vigie.server.access.Caller;
import org.vigie.server.access.Look;
import org.vigie.server.access.Permission;
import org.vigie.server.access.Requires;
import org.vigie.server.frame.Choice;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Pager;
import org.vigie.server.frame.Tone;
import org.vigie.server.report.NoticeId;
import org.vigie.server.report.Notices;
import org.vigie.server.review.Decision;
import org.vigie.server.review.reversing.OwnDecision;
import org.vigie.server.review.reversing.OwnDecision.Life;
import org.vigie.server.review.reversing.OwnDecisions;
import org.vigie.server.review.web.Words.Badge;

/// Shows people their recent decisions.
@Controller
class DecidedController {
  private static final int PAGE = 30;
  private static final int MOST_PAGES = 200;
  private static final int USUAL = 7;
  private static final List<Integer> DAYS = List.of(1, USUAL, 30, 90, 365);

  private final OwnDecisions decisions;
  private final Notices notices;
  private final Wording wording;

  DecidedController(OwnDecisions decisions, Notices notices, Wording wording) {
    this.decisions = decisions;
    this.notices = notices;
    this.wording = wording;
  }

  /// @param days another number than those offered counts as the usual one
  @GetMapping("/review/decided")
  @ResponseBody
  @Requires(Permission.CASES_DECIDE)
  @Look(Look.Kind.RECORDED)
  DecidedPage decided(
      Frame frame,
      Caller.Person caller,
      @RequestParam(defaultValue = "" + USUAL) int days,
      @RequestParam(defaultValue = "0") int page) {
    Words words = wording.in(frame);
    int back = DAYS.contains(days) ? days : USUAL;
    int shown = Math.clamp(page, 0, MOST_PAGES);
    List<OwnDecision> found = decisions.of(caller.id(), back, shown * PAGE, PAGE + 1);
    Map<NoticeId, String> said = notices.explanations(
        found.stream().flatMap(each -> each.notice().stream()).toList());
    return new DecidedPage(
        frame,
        Integer.toString(back),
        DAYS.stream()
            .map(
                each -> new Choice(Integer.toString(each), frame.text("review.decided.days", each)))
            .toList(),
        found.stream().limit(PAGE).map(each -> row(each, said, words)).toList(),
        pager(back, shown, found.size() > PAGE));
  }

  private static Pager pager(int days, int page, boolean more) {
    return new Pager(
        Stream.of(page - 1)
            .filter(each -> each >= 0)
            .map(each -> address(days, each))
            .findFirst(),
        Optional.of(address(days, page + 1)).filter(_ -> more && page < MOST_PAGES),
        "");
  }

  private static String address(int days, int page) {
    return "/review/decided?days=" + days + "&page=" + page;
  }

  private DecidedPage.Row row(OwnDecision own, Map<NoticeId, String> said, Words words) {
    Decision decision = own.decision();
    return new DecidedPage.Row(
        decision.subject().value(),
        wording.of(decision, words).verdict(decision.verdict()),
        own.notice()
            .flatMap(notice -> Optional.ofNullable(said.get(notice)))
            .map(RailViews::excerpt)
            .orElse(""),
        words.texts().moment(decision.madeAt(), words.now()),
        badge(own.life(), words));
  }

  private static Badge badge(Life life, Words words) {
    Tone tone =
        switch (life) {
          case STANDS, ONE_OF_SEVERAL -> Tone.GOOD;
          case REVOCABLE, WAITS, ASKED -> Tone.WAITING;
          case REVERSED, CHANGED -> Tone.NEUTRAL;
        };
    return new Badge(tone, words.texts().get("review.life", life));
  }
}
