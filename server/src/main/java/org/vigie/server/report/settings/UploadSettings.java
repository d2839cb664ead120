package org.vigie.server.report.settings;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// Settings under `vigie.report.uploads`: limits on uploads by the public form.
///
/// @param minRate the least bytes of a file a second, on average, 0 to 1 MB, default 8 KB
/// @param grace how long it may be slower at first, 1 s to 5 min, default 10 s
/// @param atOnce the most forms whose files are read at the same time, as they are held in memory,
///     1 to 1000, default 12
/// @param perNetwork of these from one network, at least 1, default 3
public record UploadSettings(
    @DefaultValue("8KB") DataSize minRate,
    @DefaultValue("10s") Duration grace,
    @DefaultValue("12") int atOnce,
    @DefaultValue("3") int perNetwork) {
  private static final DataSize FASTEST = DataSize.ofMegabytes(1);
  private static final int MOST = 1_000;

  public UploadSettings {
    check(
        !minRate.isNegative() && minRate.compareTo(FASTEST) <= 0,
        "vigie.report.uploads.min-rate is 0 to 1MB");
    check(
        grace.toSeconds() >= 1 && grace.toMinutes() <= 5, "vigie.report.uploads.grace is 1s to 5m");
    check(atOnce >= 1 && atOnce <= MOST, "vigie.report.uploads.at-once is 1 to 1000");
    check(
        perNetwork >= 1 && perNetwork <= atOnce,
        "vigie.report.uploads.per-network is 1 to vigie.report.uploads.at-once");
  }

  private static void check(boolean condition, String sentence) {
    if (!condition) {
      throw new IllegalArgumentException(sentence);
    }
  }
}
