package org.vigie.server.policy.web;

import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.vigie.server.frame.Texts;
import org.vigie.server.policy.Clock;
import org.vigie.server.policy.LegalTerm;

/// A clock in words.
///
/// @param term such as `within 1 hour`
public record ClockView(String key, String name, String regime, String term) {
  static ClockView of(Clock clock, Texts texts) {
    return new ClockView(
        clock.key(),
        Objects.requireNonNull(clock.names().get(texts.language())),
        clock.regime(),
        texts.get("policy.bound." + clock.bound().name(), length(clock.term(), texts)));
  }

  private static String length(LegalTerm term, Texts texts) {
    List<String> parts =
        switch (term) {
          case LegalTerm.Exact(Duration length) ->
            parts(
                texts,
                new Part("hours", length.toHours()),
                new Part("minutes", length.toMinutesPart()),
                new Part("seconds", length.toSecondsPart()));
          case LegalTerm.Calendar(Period length) ->
            parts(
                texts,
                new Part("years", length.getYears()),
                new Part("months", length.getMonths()),
                new Part("days", length.getDays()));
        };
    return String.join(" ", parts);
  }

  private record Part(String unit, long count) {}

  private static List<String> parts(Texts texts, Part... parts) {
    List<String> words = new ArrayList<>();
    for (Part part : parts) {
      if (part.count() > 0) {
        words.add(texts.get("policy.term." + part.unit(), part.count()));
      }
    }
    return words;
  }
}
