package org.vigie.server.hma.settings;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.vigie.server.policy.CategoryKey;

/// Settings under `vigie.hma`.
///
/// @param category of the catalogue for banks made through this interface, as HMA has no
///     categories; default `other-violation-of-terms`
/// @param maxMedia the largest content, fetched or sent, 1 KB to 1 GB, default 100 MB
/// @param fetchDeadline how long fetching content from a URL may take in all, 1 s to 5 min,
///     default 30 s
@ConfigurationProperties(value = "vigie.hma", ignoreUnknownFields = false)
public record HmaSettings(
    @DefaultValue("other-violation-of-terms") String category,
    @DefaultValue("100MB") DataSize maxMedia,
    @DefaultValue("30s") Duration fetchDeadline) {
  private static final Duration LONGEST = Duration.ofMinutes(5);

  public HmaSettings {
    if (!CategoryKey.isWellFormed(category)) {
      throw new IllegalArgumentException("vigie.hma.category is not the key of a category");
    }
    if (maxMedia.compareTo(DataSize.ofKilobytes(1)) < 0
        || maxMedia.compareTo(DataSize.ofGigabytes(1)) > 0) {
      throw new IllegalArgumentException("vigie.hma.max-media has to be 1 KB to 1 GB");
    }
    if (fetchDeadline.compareTo(Duration.ofSeconds(1)) < 0
        || fetchDeadline.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("vigie.hma.fetch-deadline has to be 1 s to 5 min");
    }
  }

  /// Returns the largest content in bytes.
  public int maxBytes() {
    return (int) maxMedia.toBytes();
  }
}
