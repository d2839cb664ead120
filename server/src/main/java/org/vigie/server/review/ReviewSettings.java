package org.vigie.server.review;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Settings under `vigie.review`.
///
/// @param lock how long a claimed case is kept from others, default 10 min
/// @param undo for how long a decision can be taken back, default 10 s
@ConfigurationProperties(value = "vigie.review", ignoreUnknownFields = false)
public record ReviewSettings(
    @DefaultValue("10m") Duration lock, @DefaultValue("10s") Duration undo) {
  private static final Duration SHORTEST_LOCK = Duration.ofMinutes(1);
  private static final Duration LONGEST_LOCK = Duration.ofHours(8);
  private static final Duration LONGEST_UNDO = Duration.ofHours(1);

  public ReviewSettings {
    checkRange("vigie.review.lock", lock, SHORTEST_LOCK, LONGEST_LOCK);
    checkRange("vigie.review.undo", undo, Duration.ZERO, LONGEST_UNDO);
  }

  private static <T extends Comparable<T>> void checkRange(String name, T value, T least, T most) {
    if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
      throw new IllegalArgumentException(
          name + " is out of range: " + value + ", expected " + least + " to " + most);
    }
  }
}
