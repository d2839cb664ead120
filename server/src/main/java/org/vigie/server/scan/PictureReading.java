package org.vigie.server.scan;

import java.util.Comparator;
import java.util.List;
import org.vigie.media.MediaFormat;

/// The result of reading media as pictures.
public sealed interface PictureReading {
  /// Pictures and their signals.
  ///
  /// @param width columns as stored in the file
  /// @param height rows as stored in the file
  /// @param signals of its frames, at least one, in the order of time
  record Picture(MediaFormat format, int width, int height, List<MediaSignal> signals)
      implements PictureReading {
    public Picture {
      signals = List.copyOf(signals);
      if (signals.isEmpty()) {
        throw new IllegalArgumentException("a picture has a signal");
      }
    }

    /// Returns the signal that says most: the first of those with the highest quality, of those
    /// that can be compared if there are any.
    public MediaSignal best() {
      return signals.stream()
          .max(Comparator.comparing(MediaSignal::isComparable)
              .thenComparingInt(MediaSignal::comparedQuality))
          .orElseThrow();
    }

    /// Returns the highest quality of its signals, 0 to 100.
    public int quality() {
      return best().comparedQuality();
    }
  }

  /// No picture, and why.
  record NoPicture(ScanOutcome.Cause cause) implements PictureReading {}
}
