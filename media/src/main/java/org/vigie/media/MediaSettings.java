package org.vigie.media;

/// The bounds under which media is read.
///
/// @param maxPixels width times height above which a picture is not decoded, 1 to 500 million,
///     default 100 million. A decode takes up to twenty bytes a pixel for a moment: the heap must
///     hold that for as many pictures as are read at once
public record MediaSettings(long maxPixels) {
  /// The default settings.
  public static final MediaSettings DEFAULT = new MediaSettings(100_000_000);

  private static final long MOST_PIXELS = 500_000_000;

  public MediaSettings {
    if (maxPixels < 1 || maxPixels > MOST_PIXELS) {
      throw new IllegalArgumentException(
          "maxPixels is out of range: " + maxPixels + ", expected 1 to " + MOST_PIXELS);
    }
  }
}
