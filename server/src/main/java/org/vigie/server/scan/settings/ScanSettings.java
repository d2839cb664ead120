package org.vigie.server.scan.settings;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.vigie.connector.Surface;

/// Settings under `vigie.scan`.
///
/// @param deadline how long reading one picture may take, waiting included, default 2 s
/// @param keep how long scans and their sealed media are kept, default 30 days
/// @param keepMatchedMedia whether media is sealed if it matches, or was shared in public and could
///     not be scanned, default true
/// @param privateSurfaces whether content for a closed audience is scanned, default false
/// @param encryptedSurfaces whether end-to-end encrypted content is scanned, default false
/// @param work limits on concurrent work
@ConfigurationProperties(value = "vigie.scan", ignoreUnknownFields = false)
public record ScanSettings(
    @DefaultValue("2s") Duration deadline,
    @DefaultValue("30d") Duration keep,
    @DefaultValue("true") boolean keepMatchedMedia,
    @DefaultValue("false") boolean privateSurfaces,
    @DefaultValue("false") boolean encryptedSurfaces,
    @DefaultValue Work work) {
  private static final Duration LONGEST_DEADLINE = Duration.ofMinutes(1);
  private static final Duration LONGEST_KEPT = Duration.ofDays(3660);

  public ScanSettings {
    checkRange("vigie.scan.deadline", deadline, Duration.ofMillis(1), LONGEST_DEADLINE);
    checkRange("vigie.scan.keep", keep, Duration.ofDays(1), LONGEST_KEPT);
  }

  /// Returns whether content of a surface is scanned here.
  public boolean scans(Surface surface) {
    return switch (surface) {
      case PUBLIC -> true;
      case PRIVATE -> privateSurfaces;
      case ENCRYPTED -> encryptedSurfaces;
    };
  }

  /// Limits on concurrent work.
  ///
  /// @param decoders pictures that are decoded at once, 1 to 256, or 0 for one a processor,
  ///     which is the default
  /// @param maxPixels above which a picture is not decoded, default 100 million; decoding takes
  ///     up to 20 bytes a pixel for a moment
  /// @param maxMedia the largest file that is accepted, default 100 MB
  public record Work(
      @DefaultValue("0") int decoders,
      @DefaultValue("100000000") long maxPixels,
      @DefaultValue("100MB") DataSize maxMedia) {
    private static final int MOST_DECODERS = 256;
    private static final long MOST_PIXELS = 500_000_000;
    private static final DataSize LARGEST_MEDIA = DataSize.ofGigabytes(1);

    public Work {
      checkRange("vigie.scan.work.decoders", decoders, 0, MOST_DECODERS);
      checkRange("vigie.scan.work.max-pixels", maxPixels, 1L, MOST_PIXELS);
      checkRange("vigie.scan.work.max-media", maxMedia, DataSize.ofKilobytes(1), LARGEST_MEDIA);
    }
  }

  private static <T extends Comparable<T>> void checkRange(String name, T value, T least, T most) {
    if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
      throw new IllegalArgumentException(
          name + " is out of range: " + value + ", expected " + least + " to " + most);
    }
  }
}
