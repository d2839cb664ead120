package org.vigie.media;

import java.util.Optional;
import org.vigie.media.DecodeOutcome.Cause;
import org.vigie.media.DecodeOutcome.Undecodable;

/// The limits on sizes, checked against the header and the length of the file before anything is
/// unpacked or allocated.
final class PictureLimits {
  /* The numbers were chosen so that no picture that people take or draw exceeds them:
   *
   * - A side is at most 65,535: the most that JPEG and GIF can say, four times as much as WebP
   *   can, and more than browsers draw. Panoramas are about 30,000 wide, scans of A3 at 1,200 dpi
   *   20,000.
   * - Ten million pixels are free for any length of the file: a screenshot of 4K is 8.3 million,
   *   and of one colour it is a file of some hundred bytes.
   * - Above, every byte of the file may yield at most 250 pixels. A photo has 2 to 40 pixels a
   *   byte, a screenshot full of text 20 to 200, a flat JPEG 85, a white 8K screenshot as PNG 344
   *   without the free part. A picture beyond this is featureless: its quality would be below the
   *   minimum of banks.
   */
  static final long MOST_SIDE = 65_535;
  static final long FREE_PIXELS = 10_000_000;
  static final long PIXELS_A_BYTE = 250;

  private PictureLimits() {}

  /// Returns why a picture of this size is not decoded, or nothing if it may be.
  static Optional<Undecodable> refusal(PictureSize size, long fileBytes, MediaSettings settings) {
    if (size.width() == 0 || size.height() == 0) {
      return Optional.of(new Undecodable(Cause.MALFORMED, "the picture has no pixels"));
    }
    if (size.pixels() > settings.maxPixels()) {
      return tooMany(size, "the cap is %,d".formatted(settings.maxPixels()));
    }
    if (Math.max(size.width(), size.height()) > MOST_SIDE) {
      return tooMany(size, "a side may have %,d".formatted(MOST_SIDE));
    }
    return size.pixels() > FREE_PIXELS + PIXELS_A_BYTE * fileBytes
        ? tooMany(size, "too many for a file of %,d bytes".formatted(fileBytes))
        : Optional.empty();
  }

  private static Optional<Undecodable> tooMany(PictureSize size, String limit) {
    return Optional.of(new Undecodable(
        Cause.TOO_MANY_PIXELS,
        "the header says %,d x %,d pixels, %s".formatted(size.width(), size.height(), limit)));
  }
}
