package org.vigie.server.policy;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;

/// The length of a legal time: hours that are counted exactly, or days, months and years of the
/// calendar.
///
/// Text form: ISO 8601 with either a date part or a time part, no weeks, no signs, no fractions:
/// `PT1H`, `P10D`, `P6M`.
public sealed interface LegalTerm {
  /// The text form; terms of up to some hundred years.
  Pattern FORM = Pattern.compile("P(?=[0-9T])(?:[0-9]{1,3}Y)?(?:[0-9]{1,4}M)?(?:[0-9]{1,5}D)?"
      + "|PT(?=[0-9])(?:[0-9]{1,6}H)?(?:[0-9]{1,6}M)?(?:[0-9]{1,7}S)?");

  /// Returns the end of the term that begins at an instant.
  ///
  /// @param zone whose calendar counts; exact terms do not need it
  Instant end(Instant start, ZoneId zone);

  /// Returns the text form.
  String text();

  /// Hours, minutes and seconds.
  record Exact(Duration length) implements LegalTerm {
    public Exact {
      if (!length.isPositive()) {
        throw new IllegalArgumentException("a term is longer than nothing");
      }
    }

    @Override
    public Instant end(Instant start, ZoneId zone) {
      return start.plus(length);
    }

    @Override
    public String text() {
      return length.toString();
    }
  }

  /// Years, months and days.
  record Calendar(Period length) implements LegalTerm {
    public Calendar {
      if (length.isNegative() || length.isZero()) {
        throw new IllegalArgumentException("a term is longer than nothing");
      }
    }

    @Override
    public Instant end(Instant start, ZoneId zone) {
      return start.atZone(zone).plus(length).toInstant();
    }

    @Override
    public String text() {
      return length.toString();
    }
  }

  /// Reads the text form; empty if it is malformed, or of no length.
  static Optional<LegalTerm> parse(String text) {
    if (!FORM.matcher(text).matches()) {
      return Optional.empty();
    }
    return text.startsWith("PT")
        ? Optional.of(Duration.parse(text)).filter(Duration::isPositive).map(Exact::new)
        : Optional.of(Period.parse(text)).filter(days -> !days.isZero()).map(Calendar::new);
  }
}
