package org.vigie.server.frame;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import org.springframework.context.MessageSource;

/// The sentences, numbers and times of one language.
public final class Texts {
  private static final long KILO = 1_000;
  private static final ZoneId ZONE = ZoneOffset.UTC;

  private final Language language;
  private final MessageSource messages;

  public Texts(Language language, MessageSource messages) {
    this.language = language;
    this.messages = messages;
  }

  /// Returns the language.
  public Language language() {
    return language;
  }

  /// Returns a sentence.
  ///
  /// @param key of a bundle under `messages/`, such as `bank.title`
  /// @param values the values for `{0}`, `{1}` …
  /// @throws org.springframework.context.NoSuchMessageException if no bundle has the key
  public String get(String key, Object... values) {
    return messages.getMessage(key, values, language.locale());
  }

  /// Returns the sentence for one value of an enum: `bank.status.ACTIVE`.
  public String get(String prefix, Enum<?> value) {
    return get(prefix + "." + value.name());
  }

  /// Returns a whole number with separators.
  public String number(long value) {
    return NumberFormat.getIntegerInstance(language.locale()).format(value);
  }

  /// Returns a number of bytes, in the largest unit that gives at least one.
  public String size(long bytes) {
    if (bytes < KILO) {
      return get("frame.size.bytes", bytes);
    }
    NumberFormat format = NumberFormat.getNumberInstance(language.locale());
    format.setMaximumFractionDigits(1);
    return bytes < KILO * KILO
        ? get("frame.size.kilo", number(Math.round(bytes / (double) KILO)))
        : get("frame.size.mega", format.format(bytes / (double) (KILO * KILO)));
  }

  /// Returns a date and time, in UTC.
  public String time(Instant at) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withLocale(language.locale())
            .format(at.atZone(ZONE))
        + " UTC";
  }

  /// Returns a day.
  public String day(LocalDate day) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
        .withLocale(language.locale())
        .format(day);
  }

  /// Returns a date and time for a list, with the year only if it is not the present one.
  public Moment moment(Instant at, Instant now) {
    ZonedDateTime there = at.atZone(ZONE);
    boolean thisYear = there.getYear() == now.atZone(ZONE).getYear();
    String text = DateTimeFormatter.ofPattern(
            thisYear ? "d MMM HH:mm" : "d MMM yyyy", language.locale())
        .format(there);
    return new Moment(text, time(at), at.truncatedTo(ChronoUnit.SECONDS).toString());
  }
}
