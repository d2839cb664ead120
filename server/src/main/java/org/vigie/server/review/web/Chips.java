package org.vigie.server.review.web;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.vigie.connector.MessengerId;
import org.vigie.server.frame.EnumWords;
import org.vigie.server.frame.Texts;
import org.vigie.server.review.cases.CaseCourse;
import org.vigie.server.review.cases.CaseCourse.Part;
import org.vigie.server.review.cases.CaseQuery;

/// The parts of a filter that are in force, each with the way to take it away.
///
/// @param hidden how many open cases it hides, where that was counted
public record Chips(List<Chip> all, Optional<Long> hidden) {
  /// A part of a filter.
  ///
  /// @param without the address without it
  public record Chip(String text, String without) {}

  public Chips {
    all = List.copyOf(all);
  }

  /// @param without the address of the page without a part, by the part's name
  static Chips of(
      CaseQuery query, Optional<Long> hidden, Function<String, String> without, Words words) {
    Stream<Chip> plain = Stream.of(
            query.queue().map(queue -> chip("queue", words.queue(queue), without)),
            query.state().map(state -> chip("state", words.state(state).text(), without)),
            query.category().map(key -> chip("category", words.category(key), without)),
            query.messenger().map(MessengerId::value).map(name -> chip("messenger", name, without)),
            query.about().map(text -> chip("about", "“" + text + "”", without)))
        .flatMap(Optional::stream);
    return new Chips(
        Stream.concat(plain, ofCourse(query.course(), without, words)).toList(), hidden);
  }

  private static Stream<Chip> ofCourse(
      CaseCourse course, Function<String, String> without, Words words) {
    Texts texts = words.texts();
    return Stream.of(
            course.opened().map(span -> chip(Part.OPENED, words.span(span), without, texts)),
            course.due().map(span -> chip(Part.DUE, words.span(span), without, texts)),
            course.decided().map(span -> chip(Part.DECIDED, words.span(span), without, texts)),
            course
                .deadline()
                .map(each ->
                    chip(Part.DEADLINE, texts.get("review.deadline", each), without, texts)),
            course.by().map(each -> chip(Part.BY, texts.get("review.by", each), without, texts)))
        .flatMap(Optional::stream);
  }

  private static Chip chip(Part part, String value, Function<String, String> without, Texts texts) {
    return chip(EnumWords.of(part), texts.get("review.chip." + part, value), without);
  }

  private static Chip chip(String part, String text, Function<String, String> without) {
    return new Chip(text, without.apply(part));
  }
}
