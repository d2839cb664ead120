package org.vigie.media;

import java.io.IOException;
import org.vigie.fingerprint.LumaPlane;

/// Decodes a JPEG whose layout was found sound.
///
/// An implementation's `toString()` names it for people.
interface JpegDecoder {
  /// Returns whether it decodes scaled down.
  boolean reduces();

  /// Returns the picture, at full size or scaled down by 2, 4 or 8, as [JpegFile#reduction]
  /// allows.
  LumaPlane decode(JpegFile jpeg, Progress progress) throws UndecodableException, IOException;
}
