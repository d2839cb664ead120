package org.vigie.server.review.web;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.vigie.connector.MessengerId;
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
  static Chips of(CaseQuery query,
      Optional<Long> hidden,
      Function<String, String> without,
      Words words) {
    return new Chips(
        Stream.of(
                query.queue().map(queue -> chip("queue", words.queue(queue), without)),
                query.state().map(state -> chip("state", words.state(state).text(), without)),
                query.category().map(key -> chip("category", words.category(key), without)),
                query
                    .messenger()
                    .map(MessengerId::value)
                    .map(name -> chip("messenger", name, without)),
                query.about().map(text -> chip("about", "“" + text + "”", without)))
            .flatMap(Optional::stream)
            .toList(),
        hidden);
  }

  private static Chip chip(String part, String text, Function<String, String> without) {
    return new Chip(text, without.apply(part));
  }
}
