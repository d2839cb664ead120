package org.vigie.server.review.web;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.server.policy.Measure;
import org.vigie.server.policy.Measure.Scope;
import org.vigie.server.policy.Sanction;
import org.vigie.server.review.web.CasePage.MeasureFields;

/// The measures of a form of a verdict.
final class SentMeasures {
  private static final int MOST_DIGITS = 4;

  private SentMeasures() {}

  /// Returns the measures, that for content first.
  ///
  /// @throws org.vigie.server.policy.MalformedMeasureException if one of them does not exist
  static List<Measure> of(MeasureFields fields) {
    Measure ofContent = Measure.of(
        Scope.CONTENT, fields.content(), Optional.empty(), countries(fields.countries()));
    return Stream.of(
            Optional.of(ofContent),
            restriction(Scope.ACCOUNT, fields.account(), fields.days()),
            restriction(Scope.ROOM, fields.room(), fields.days()))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Measure> restriction(Scope on, String word, String days) {
    if (word.isEmpty() || word.equals(Sanction.Kind.NONE.word())) {
      return Optional.empty();
    }
    boolean timed = word.equals(Sanction.Kind.SUSPEND.word());
    return Optional.of(Measure.of(on, word, timed ? length(days) : Optional.empty(), Set.of()));
  }

  private static Optional<Duration> length(String days) {
    String text = days.strip();
    return text.matches("[0-9]{1," + MOST_DIGITS + "}")
        ? Optional.of(Duration.ofDays(Integer.parseInt(text)))
        : Optional.empty();
  }

  private static Set<String> countries(String text) {
    return Arrays.stream(text.split("[\\s,;]+", -1))
        .filter(code -> !code.isEmpty())
        .map(code -> code.toUpperCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }

  /// Returns a text that the same measures share, and others do not.
  static String mark(List<Measure> measures) {
    return measures.stream().map(Measure::mark).sorted().collect(Collectors.joining(";"));
  }
}
