package org.vigie.server.review.cases;

import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A span of time.
///
/// Text form: `2026-11-01T00:00:00Z/2026-12-01T00:00:00Z`, an interval of ISO 8601 in UTC.
///
/// @param from inclusive
/// @param to exclusive, after `from`
public record Span(Instant from, Instant to) {
  private static final String MOMENT = "([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]{5,15}Z)";
  private static final Pattern FORM = Pattern.compile(MOMENT + "/" + MOMENT);

  public Span {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("a span ends after it begins");
    }
  }

  /// Reads the text form.
  ///
  /// @throws IllegalArgumentException if the text is not a span
  /// @throws java.time.DateTimeException if it has no such day or time
  public static Span parse(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException("a span is two moments");
    }
    return new Span(Instant.parse(parts.group(1)), Instant.parse(parts.group(2)));
  }

  /// Returns the text form.
  public String text() {
    return from + "/" + to;
  }
}
