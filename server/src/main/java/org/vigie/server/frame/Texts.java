package org.vigie.server.frame;

import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import org.springframework.context.MessageSource;

/// The sentences, numbers and times of one language.
public final class Texts {
  private static final long KILO = 1_000;
  private static final Duration A_MINUTE = Duration.ofMinutes(1);

  /// Until then hours tell more than days.
  private static final long MOST_HOURS = 48;

  private static final Duration MOST_DISTANCE = Duration.ofDays(30);

  private final Language language;
  private final MessageSource messages;
  private final ZoneId zone;
  private final InstantSource clock;

  /// Texts with times in UTC, for readers whose zone is not known.
  public Texts(Language language, MessageSource messages) {
    this(language, messages, ZoneOffset.UTC, InstantSource.system());
  }

  /// @param zone in which times are shown
  /// @param clock from which distances are measured
  public Texts(Language language, MessageSource messages, ZoneId zone, InstantSource clock) {
    this.language = language;
    this.messages = messages;
    this.zone = zone;
    this.clock = clock;
  }

  /// Returns the zone in which times are shown.
  public ZoneId zone() {
    return zone;
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

  /// Returns a date and time in the zone of the reader, which it names.
  public String time(Instant at) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withLocale(language.locale())
            .format(at.atZone(zone))
        + " "
        + zoneName(at);
  }

  /// Returns the identifier of the zone in which times are shown, such as `Europe/Paris`.
  public String zoneTitle() {
    return Zones.id(zone);
  }

  private String zoneName(Instant at) {
    return zone.equals(ZoneOffset.UTC)
        ? "UTC"
        : DateTimeFormatter.ofPattern("zzz", language.locale()).format(at.atZone(zone));
  }

  /// Returns how far away a moment is, in its largest unit: "in 20 minutes", "3 days ago".
  public String distance(Instant at, Instant now) {
    Duration apart = Duration.between(now, at).abs();
    String side = at.isBefore(now) ? "ago" : "ahead";
    if (apart.compareTo(A_MINUTE) < 0) {
      return get("frame.time." + side + ".now");
    }
    if (apart.toHours() < 1) {
      return get("frame.time." + side + ".minutes", apart.toMinutes());
    }
    return apart.toHours() < MOST_HOURS
        ? get("frame.time." + side + ".hours", apart.toHours())
        : get("frame.time." + side + ".days", apart.toDays());
  }

  /// Returns a day.
  public String day(LocalDate day) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
        .withLocale(language.locale())
        .format(day);
  }

  /// Returns a moment for a list, as seen from now.
  public Moment moment(Instant at) {
    return moment(at, clock.instant());
  }

  /// Returns a moment for a list: how far away it is, or its day where that is more than a month.
  public Moment moment(Instant at, Instant now) {
    boolean near = Duration.between(at, now).abs().compareTo(MOST_DISTANCE) < 0;
    return moment(at, near ? distance(at, now) : pattern("d MMM yyyy", at));
  }

  /// Returns a moment for a record of acts: exact to the second, with the year only if it is not
  /// the present one.
  public Moment exact(Instant at, Instant now) {
    boolean thisYear = at.atZone(zone).getYear() == now.atZone(zone).getYear();
    return moment(at, pattern(thisYear ? "d MMM HH:mm:ss" : "d MMM yyyy HH:mm:ss", at));
  }

  private Moment moment(Instant at, String text) {
    return new Moment(text, time(at), at.truncatedTo(ChronoUnit.SECONDS).toString());
  }

  private String pattern(String pattern, Instant at) {
    return DateTimeFormatter.ofPattern(pattern, language.locale()).format(at.atZone(zone));
  }
}
