package org.vigie.server.review.cases;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Settings under `vigie.review`.
///
/// @param lock how long a claim lasts without action, default 10 min
/// @param undo how long a decision can be taken back, default 10 s
/// @param exposure limits on the exposure of a person
@ConfigurationProperties(value = "vigie.review", ignoreUnknownFields = false)
public record ReviewSettings(
    @DefaultValue("10m") Duration lock,
    @DefaultValue("10s") Duration undo,
    @DefaultValue Exposure exposure) {
  private static final Duration SHORTEST_LOCK = Duration.ofMinutes(1);
  private static final Duration LONGEST_LOCK = Duration.ofHours(8);
  private static final Duration LONGEST_UNDO = Duration.ofHours(1);

  public ReviewSettings {
    checkRange("vigie.review.lock", lock, SHORTEST_LOCK, LONGEST_LOCK);
    checkRange("vigie.review.undo", undo, Duration.ZERO, LONGEST_UNDO);
  }

  /// Limits on the exposure of a person. Media seen sharply counts 1 point if the severity of its
  /// case is low, 2 medium, 4 high and 8 critical; behind its veil a quarter, at least 1.
  ///
  /// @param stretch points without a break, default 240
  /// @param day points within 24 hours, above which the person gets no high or critical cases,
  ///     default 1,200
  /// @param pause how long a break is, default 15 min
  public record Exposure(
      @DefaultValue("240") int stretch,
      @DefaultValue("1200") int day,
      @DefaultValue("15m") Duration pause) {
    private static final int MOST = 1_000_000;
    private static final Duration LONGEST_PAUSE = Duration.ofHours(12);

    public Exposure {
      checkRange("vigie.review.exposure.stretch", stretch, 8, MOST);
      checkRange("vigie.review.exposure.day", day, 8, MOST);
      checkRange("vigie.review.exposure.pause", pause, Duration.ofMinutes(1), LONGEST_PAUSE);
    }
  }

  private static <T extends Comparable<T>> void checkRange(String name, T value, T least, T most) {
    if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
      throw new IllegalArgumentException(
          name + " is out of range: " + value + ", expected " + least + " to " + most);
    }
  }
}
