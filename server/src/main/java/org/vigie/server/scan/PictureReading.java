package org.vigie.server.scan;

import org.vigie.fingerprint.PdqOrientations;
import org.vigie.media.MediaFormat;

/// The result of reading media as a picture.
public sealed interface PictureReading {
  /// A picture and its signals.
  ///
  /// @param width columns as stored in the file
  /// @param height rows as stored in the file
  record Picture(MediaFormat format, int width, int height, PdqOrientations pdq)
      implements PictureReading {}

  /// No picture, and why.
  record NoPicture(ScanOutcome.Cause cause) implements PictureReading {}
}
