package org.vigie.server.review.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.vigie.server.access.Caller;
import org.vigie.server.access.Look;
import org.vigie.server.access.Permission;
import org.vigie.server.access.PersonId;
import org.vigie.server.access.Requires;
import org.vigie.server.access.Viewer;
import org.vigie.server.frame.Choice;
import org.vigie.server.frame.FlashMessages;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Pager;
import org.vigie.server.messenger.Messengers;
import org.vigie.server.review.CaseId;
import org.vigie.server.review.Decision;
import org.vigie.server.review.DecisionId;
import org.vigie.server.review.cases.Case;
import org.vigie.server.review.cases.CaseQuery;
import org.vigie.server.review.cases.CaseState;
import org.vigie.server.review.deciding.ClaimOutcome;
import org.vigie.server.review.deciding.Desk;
import org.vigie.server.review.queueing.CaseFilter;
import org.vigie.server.review.queueing.CaseOrder;
import org.vigie.server.review.queueing.Cases;
import org.vigie.server.review.queueing.OwnFilters;
import org.vigie.server.review.queueing.QueueState;
import org.vigie.server.review.queueing.Queues;
import org.vigie.server.review.reversing.Corrections;

/// Shows queues, and gives reviewers their next case.
@Controller
class ReviewController {
  private static final int PAGE = 50;
  private static final int MOST_PAGES = 200;

  private final Cases cases;
  private final Queues queues;
  private final Desk desk;
  private final Wording wording;
  private final OwnFilters filters;
  private final Corrections corrections;

  ReviewController(
      Cases cases,
      Queues queues,
      Desk desk,
      Wording wording,
      OwnFilters filters,
      Corrections corrections) {
    this.cases = cases;
    this.queues = queues;
    this.desk = desk;
    this.wording = wording;
    this.filters = filters;
    this.corrections = corrections;
  }

  @GetMapping("/review")
  @ResponseBody
  @Requires(Permission.CASES_READ)
  @Look(Look.Kind.RECORDED)
  ReviewPage queues(
      Frame frame,
      Caller.Person caller,
      @ModelAttribute FilterForm sent,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam Optional<UUID> decided) {
    CaseFilter wanted = sent.saysNothing() ? CaseFilter.WAITING : sent.read();
    FilterForm filter = FilterForm.of(wanted);
    Words words = wording.in(frame);
    int offset = Math.clamp(page, 0, MOST_PAGES) * PAGE;
    List<Case> found = cases.search(wanted, offset, PAGE + 1);
    List<QueueState> states = queues.states();
    return new ReviewPage(
        frame,
        states.stream().map(queue -> ReviewPage.row(queue, words)).toList(),
        rows(cases.heldBy(caller.id()), words),
        filter,
        choices(states, words),
        rows(found.subList(0, Math.min(PAGE, found.size())), words),
        pager(filter, page, found.size() > PAGE),
        decided.flatMap(id -> undo(caller.id(), new DecisionId(id), words)),
        kept(caller.id()),
        Within.of(wanted.query()),
        chips(wanted, filter, words),
        Viewer.may(Permission.CASES_DECIDE) ? corrections.waitingFor(caller.id()) : 0,
        cases.dangers());
  }

  private Chips chips(CaseFilter wanted, FilterForm filter, Words words) {
    CaseQuery open = wanted.query().in(CaseState.OPEN);
    long hidden = cases.count(CaseQuery.ALL.in(CaseState.OPEN)) - cases.count(open);
    return Chips.of(
        wanted.query(), Optional.of(hidden), part -> filter.without(part).address(0), words);
  }

  private Optional<Undo> undo(PersonId reviewer, DecisionId decided, Words words) {
    return cases
        .undoable(reviewer, decided)
        .map(one -> Undo.of(one, cases, Optional.empty(), words));
  }

  private List<ReviewPage.KeptRow> kept(PersonId reviewer) {
    return filters.named(reviewer).entrySet().stream()
        .map(kept ->
            new ReviewPage.KeptRow(kept.getKey(), FilterForm.of(kept.getValue()).address(0)))
        .toList();
  }

  private static List<CaseRow> rows(List<Case> some, Words words) {
    return some.stream().map(each -> CaseRow.of(each, words)).toList();
  }

  /// Returns the messengers to choose from; empty if there is only one.
  private static List<Choice> messengers(Choice any, Messengers messengers) {
    return messengers.areSeveral()
        ? with(any, messengers.all().stream().map(each -> new Choice(each.value(), each.value())))
        : List.of();
  }

  private static ReviewPage.Choices choices(List<QueueState> queues, Words words) {
    Choice any = new Choice("", words.texts().get("review.filter.any"));
    return new ReviewPage.Choices(
        with(
            any,
            queues.stream().map(each -> new Choice(each.name().value(), words.queue(each.name())))),
        with(
            any,
            Arrays.stream(CaseState.values())
                .map(each -> new Choice(each.name(), words.state(each).text()))),
        with(
            any,
            words.policy().categories().stream()
                .map(each -> new Choice(each.key().value(), words.category(each.key())))),
        messengers(any, words.messengers()),
        Arrays.stream(CaseOrder.values())
            .map(FilterForm::word)
            .map(word -> new Choice(word, words.texts().get("review.sort." + word)))
            .toList());
  }

  private static List<Choice> with(Choice first, Stream<Choice> others) {
    return Stream.concat(Stream.of(first), others).toList();
  }

  private static Pager pager(FilterForm filter, int page, boolean more) {
    return new Pager(
        page > 0 ? Optional.of(filter.address(page - 1)) : Optional.empty(),
        more && page < MOST_PAGES ? Optional.of(filter.address(page + 1)) : Optional.empty(),
        "");
  }

  /// Claims the next case that waits.
  ///
  /// @param within the filter that it has to fit
  @PostMapping("/review/next")
  @Requires(Permission.CASES_DECIDE)
  String next(
      Frame frame,
      Caller.Person caller,
      RedirectAttributes redirect,
      @RequestParam(defaultValue = "") String within) {
    Within filter = Within.of(within);
    ClaimOutcome outcome = desk.claimNext(caller.id(), filter.query());
    Claims.refusal(outcome).ifPresent(key -> FlashMessages.add(redirect, frame.text(key)));
    return "redirect:" + Claims.address(outcome, filter);
  }

  /// Takes a decision back, and returns to its case.
  ///
  /// @param instead the case that the person got meanwhile, which is released
  @PostMapping("/review/decisions/{id}/undo")
  @Requires(Permission.CASES_DECIDE)
  String undo(
      Frame frame,
      Caller.Person caller,
      RedirectAttributes redirect,
      @PathVariable UUID id,
      @RequestParam Optional<Long> instead,
      @RequestParam(defaultValue = "") String within) {
    Within filter = Within.of(within);
    Optional<CaseId> subject = cases
        .undoable(caller.id(), new DecisionId(id))
        .filter(decision -> desk.undo(caller.id(), decision.id(), instead.map(CaseId::new)))
        .map(Decision::subject);
    String told = subject.isPresent() ? "review.notice.undone" : "review.notice.too-late";
    FlashMessages.add(redirect, frame.text(told));
    return "redirect:"
        + subject.map(found -> filter.address(Claims.address(found))).orElse(filter.list());
  }
}
