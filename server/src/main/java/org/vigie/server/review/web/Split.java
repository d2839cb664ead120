package org.vigie.server.review.web;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.vigie.server.frame.Texts;
import org.vigie.server.review.cases.CaseCourse;
import org.vigie.server.review.cases.CaseQuery;
import org.vigie.server.review.cases.QueueName;
import org.vigie.server.review.cases.Span;
import org.vigie.server.review.queueing.QueueOrder;

/// Counts of cases, split in parts, by queue and by day.
///
/// @param <T> the counts of one queue on one day
/// @param over the days
record Split<T>(
    String title,
    List<Part<T>> parts,
    Function<T, QueueName> queue,
    Function<T, LocalDate> day,
    Span over) {
  /// A part.
  ///
  /// @param behind the course of its cases within some time
  record Part<T>(
      String name, String look, ToLongFunction<T> count, Function<Span, CaseCourse> behind) {
    long sum(List<T> some) {
      return some.stream().mapToLong(count).sum();
    }

    Sheet.Cell cell(List<T> some, CaseQuery query, Span span, Texts texts) {
      long sum = sum(some);
      return sum == 0
          ? Sheet.Cell.of("0")
          : Sheet.Cell.of(texts.number(sum), FilterForm.list(query.of(behind.apply(span))));
    }
  }

  /// Draws it by queue and by day.
  ///
  /// @param none the sentence if there is nothing
  Figure figure(String id, String lead, List<T> all, String none, Words words) {
    Map<QueueName, List<T>> byQueue = all.stream().collect(groupingBy(queue));
    Map<LocalDate, List<T>> byDay = all.stream().collect(groupingBy(day));
    List<QueueName> queues =
        byQueue.keySet().stream().sorted(QueueOrder.under(words.policy())).toList();
    return new Figure(
        id,
        title,
        lead,
        Optional.of(Bars.of(
            title,
            looks(),
            queues.stream()
                .map(each -> bar(each, byQueue.getOrDefault(each, List.of()), words))
                .toList())),
        Optional.of(chart(byDay, words.texts())),
        List.of(
            sheet(
                words.texts().get("review.column.queue"),
                queues.stream()
                    .map(each -> Sheet.Row.of(
                        Sheet.Cell.of(words.queue(each)),
                        cells(byQueue.getOrDefault(each, List.of()), each, words.texts())))
                    .toList()),
            sheet(words.texts().get("review.lead.day"), days(byDay, words.texts()))),
        all.isEmpty() ? none : "");
  }

  private List<Bars.Part> looks() {
    return parts.stream().map(part -> new Bars.Part(part.name, part.look)).toList();
  }

  private List<Long> values(List<T> some) {
    return parts.stream().map(part -> part.sum(some)).toList();
  }

  /// Returns the figures in words: `By people: 12, by policy: 3`.
  private String figures(List<T> some, Texts texts) {
    return parts.stream()
        .map(part -> texts.get("review.figure.part", part.name, part.sum(some)))
        .collect(joining(", "));
  }

  private Bars.Value bar(QueueName name, List<T> some, Words words) {
    Part<T> last = parts.getLast();
    Part<T> shown = last.sum(some) > 0 && last.look.equals("bad") ? last : parts.getFirst();
    return new Bars.Value(
        words.queue(name),
        Optional.of(FilterForm.list(CaseQuery.ALL.of(name).of(shown.behind.apply(over)))),
        values(some),
        figures(some, words.texts()));
  }

  private Sheet.Cell[] cells(List<T> some, QueueName name, Texts texts) {
    return parts.stream()
        .map(part -> part.cell(some, CaseQuery.ALL.of(name), over, texts))
        .toArray(Sheet.Cell[]::new);
  }

  private Sheet sheet(String first, List<Sheet.Row> rows) {
    return new Sheet(
        title + " – " + first,
        Stream.concat(Stream.of(first), parts.stream().map(Part::name)).toList(),
        rows);
  }

  private List<Sheet.Row> days(Map<LocalDate, List<T>> byDay, Texts texts) {
    return byDay.keySet().stream()
        .sorted(Comparator.reverseOrder())
        .map(each -> Sheet.Row.of(
            Sheet.Cell.of(texts.day(each)),
            parts.stream()
                .map(part -> part.cell(
                    byDay.getOrDefault(each, List.of()), CaseQuery.ALL, spanOf(each), texts))
                .toArray(Sheet.Cell[]::new)))
        .toList();
  }

  /// Returns a day, or the part of it that is over.
  private Span spanOf(LocalDate each) {
    Instant end = each.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    return new Span(
        each.atStartOfDay().toInstant(ZoneOffset.UTC), end.isBefore(over.to()) ? end : over.to());
  }

  private Chart chart(Map<LocalDate, List<T>> byDay, Texts texts) {
    LocalDate first = LocalDate.ofInstant(over.from(), ZoneOffset.UTC);
    LocalDate last = LocalDate.ofInstant(over.to().minusMillis(1), ZoneOffset.UTC);
    List<LocalDate> all = first.datesUntil(last.plusDays(1)).toList();
    LocalDate highest = all.stream()
        .max(Comparator.comparingLong(each -> sum(byDay.getOrDefault(each, List.of()))))
        .orElse(last);
    String most = texts.get(
        "review.chart.most", sum(byDay.getOrDefault(highest, List.of())), texts.day(highest));
    DateTimeFormatter tick =
        DateTimeFormatter.ofPattern("d MMM", texts.language().locale());
    return Chart.of(
        texts.get("review.chart.title", title, texts.day(first), texts.day(last), most),
        most,
        looks(),
        all.stream()
            .map(each -> {
              List<T> some = byDay.getOrDefault(each, List.of());
              String hint = texts.get("review.chart.day", texts.day(each), figures(some, texts));
              return new Chart.Column(tick.format(each), values(some), hint);
            })
            .toList());
  }

  private long sum(List<T> some) {
    return values(some).stream().mapToLong(Long::longValue).sum();
  }
}
