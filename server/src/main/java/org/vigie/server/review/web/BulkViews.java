package org.vigie.server.review.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.web.util.UriComponentsBuilder;
import org.vigie.server.frame.Choice;
import org.vigie.server.frame.FormErrors;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Pager;
import org.vigie.server.messenger.Messengers;
import org.vigie.server.policy.Measure;
import org.vigie.server.review.Verdict;
import org.vigie.server.review.cases.Case;
import org.vigie.server.review.cases.CaseQuery;
import org.vigie.server.review.cases.CaseState;
import org.vigie.server.review.deciding.Bulk;
import org.vigie.server.review.deciding.BulkForecast;
import org.vigie.server.review.deciding.BulkOutcome;
import org.vigie.server.review.deciding.BulkSkip;
import org.vigie.server.review.queueing.CaseFilter;
import org.vigie.server.review.queueing.CaseOrder;
import org.vigie.server.review.queueing.Cases;
import org.vigie.server.review.queueing.Queues;
import org.vigie.server.review.web.BulkPage.Filter;
import org.vigie.server.review.web.CasePage.VerdictFields;

/// Makes the pages of bulk decisions.
final class BulkViews {
  private static final int MOST_PAGES = 200;

  private final Cases cases;
  private final Queues queues;
  private final Wording wording;

  BulkViews(Cases cases, Queues queues, Wording wording) {
    this.cases = cases;
    this.queues = queues;
    this.wording = wording;
  }

  BulkPage choose(Frame frame, Filter filter, int page, boolean all) {
    int place = Math.clamp(page, 0, MOST_PAGES);
    List<Case> found = cases.searchPlain(query(filter), place * Bulk.MOST, Bulk.MOST + 1);
    List<Case> shown = found.subList(0, Math.min(Bulk.MOST, found.size()));
    return page(
        frame,
        filter,
        shown.stream().map(each -> row(each, all, words(frame))).toList(),
        Optional.empty(),
        FormErrors.NONE,
        new Pager(
            place > 0 ? Optional.of(address(filter, place - 1, false)) : Optional.empty(),
            found.size() > Bulk.MOST && place < MOST_PAGES
                ? Optional.of(address(filter, place + 1, false))
                : Optional.empty(),
            ""),
        address(filter, place, true));
  }

  /// Shows the chosen cases again, or the cases that wait if none was chosen.
  BulkPage again(Frame frame, List<Bulk.Chosen> chosen, VerdictForm form, FormErrors errors) {
    Filter nothing = Filter.NOTHING;
    if (chosen.isEmpty()) {
      BulkPage first = choose(frame, nothing, 0, false);
      return page(
          frame,
          nothing,
          first.rows(),
          Optional.of(form.fields()),
          errors,
          first.pager(),
          first.all());
    }
    return page(
        frame,
        nothing,
        chosen.stream()
            .flatMap(each -> cases.find(each.id()).stream())
            .map(each -> row(each, true, words(frame)))
            .toList(),
        Optional.of(form.fields()),
        errors,
        new Pager(Optional.empty(), Optional.empty(), ""),
        address(nothing, 0, true));
  }

  private BulkPage page(
      Frame frame,
      Filter filter,
      List<BulkPage.Row> rows,
      Optional<VerdictFields> sent,
      FormErrors errors,
      Pager pager,
      String all) {
    Words words = words(frame);
    return new BulkPage(
        frame, filter, choices(words), rows, BulkForms.form(sent, words), errors, pager, all);
  }

  private Words words(Frame frame) {
    return wording.in(frame);
  }

  private static BulkPage.Row row(Case one, boolean chosen, Words words) {
    return new BulkPage.Row(CaseRow.of(one, words), one.id().value() + ":" + one.version(), chosen);
  }

  private BulkPage.Choices choices(Words words) {
    Choice any = new Choice("", words.texts().get("review.filter.any"));
    Stream<Choice> named = queues.states().stream()
        .map(each -> new Choice(each.name().value(), words.queue(each.name())));
    Stream<Choice> categories = words.policy().categories().stream()
        .map(each -> new Choice(each.key().value(), words.category(each.key())));
    return new BulkPage.Choices(
        Stream.concat(Stream.of(any), named).toList(),
        Stream.concat(Stream.of(any), categories).toList(),
        messengers(any, words.messengers()));
  }

  private static List<Choice> messengers(Choice any, Messengers messengers) {
    return messengers.areSeveral()
        ? Stream.concat(
                Stream.of(any),
                messengers.all().stream().map(each -> new Choice(each.value(), each.value())))
            .toList()
        : List.of();
  }

  /// Finds only cases that wait, because no others can be decided.
  private static CaseFilter query(Filter filter) {
    CaseQuery query = new CaseQuery(
        FilterForm.queueNamed(filter.queue()),
        Optional.of(CaseState.OPEN),
        FilterForm.categoryNamed(filter.suspected()),
        FilterForm.messengerNamed(filter.messenger()),
        Optional.of(filter.about()).filter(text -> !text.isEmpty()));
    return new CaseFilter(query, CaseOrder.PRIORITY);
  }

  private static String address(Filter filter, int page, boolean all) {
    return UriComponentsBuilder.fromPath("/review/bulk")
        .queryParam("queue", "{queue}")
        .queryParam("suspected", "{suspected}")
        .queryParam("messenger", "{messenger}")
        .queryParam("about", "{about}")
        .queryParam("page", page)
        .queryParam("all", all)
        .encode()
        .buildAndExpand(filter.queue(), filter.suspected(), filter.messenger(), filter.about())
        .toUriString();
  }

  BulkPreviewPage preview(
      Frame frame,
      VerdictForm form,
      Verdict verdict,
      List<BulkForecast> forecasts,
      FormErrors errors) {
    Words words = words(frame);
    List<BulkForecast> decided =
        forecasts.stream().filter(each -> each.skip().isEmpty()).toList();
    return new BulkPreviewPage(
        frame,
        words.verdict(verdict),
        decided.stream().map(each -> CaseRow.of(each.subject(), words)).toList(),
        leftOut(forecasts, words),
        BulkForms.fields(
            form,
            decided.stream()
                .map(each -> each.subject().id().value() + ":" + each.subject().version())
                .toList()),
        Optional.of(Integer.toString(decided.size())).filter(_ -> isAgainstPeople(verdict)),
        errors);
  }

  /// Returns whether a verdict has a measure against accounts or rooms.
  static boolean isAgainstPeople(Verdict verdict) {
    return verdict.acting().stream().anyMatch(each -> each.on() != Measure.Scope.CONTENT);
  }

  private static List<BulkPreviewPage.LeftOut> leftOut(List<BulkForecast> forecasts, Words words) {
    Map<BulkSkip, List<CaseRow>> reasons = new EnumMap<>(BulkSkip.class);
    for (BulkForecast forecast : forecasts) {
      forecast
          .skip()
          .ifPresent(why -> reasons
              .computeIfAbsent(why, _ -> new ArrayList<>())
              .add(CaseRow.of(forecast.subject(), words)));
    }
    return reasons.entrySet().stream()
        .map(each -> new BulkPreviewPage.LeftOut(
            words.texts().get("review.bulk.skip", each.getKey()), each.getValue()))
        .toList();
  }

  BulkResultPage result(Frame frame, Collection<BulkOutcome> outcomes) {
    Words words = words(frame);
    List<BulkOutcome.Decided> decided = outcomes.stream()
        .filter(BulkOutcome.Decided.class::isInstance)
        .map(BulkOutcome.Decided.class::cast)
        .toList();
    return new BulkResultPage(
        frame,
        decided.size(),
        outcomes.size() - decided.size(),
        outcomes.stream().map(outcome -> row(outcome, words)).toList(),
        undo(decided));
  }

  private Optional<BulkResultPage.UndoAll> undo(List<BulkOutcome.Decided> decided) {
    return decided.stream()
        .map(each -> cases.left(each.decision()))
        .min(Comparator.naturalOrder())
        .filter(Duration::isPositive)
        .map(left -> new BulkResultPage.UndoAll(
            ids(decided.stream()),
            ids(decided.stream().filter(BulkOutcome.Decided::heldBefore)),
            Undo.seconds(left)));
  }

  private static List<String> ids(Stream<BulkOutcome.Decided> some) {
    return some.map(each -> each.decision().id().value().toString()).toList();
  }

  private static BulkResultPage.Row row(BulkOutcome outcome, Words words) {
    return switch (outcome) {
      case BulkOutcome.Decided decided ->
        new BulkResultPage.Row(
            decided.decision().subject().value(),
            true,
            words.verdict(decided.decision().verdict()));
      case BulkOutcome.Skipped skipped ->
        new BulkResultPage.Row(
            skipped.subject().value(), false, words.texts().get("review.bulk.skip", skipped.why()));
    };
  }
}
