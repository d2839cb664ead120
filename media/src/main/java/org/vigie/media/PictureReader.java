package org.vigie.media;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import org.vigie.fingerprint.LumaPlane;

/// Reads one format: the size first, from the header alone, then the picture.
interface PictureReader {
  /// Returns the size that the header states; allocates nothing.
  PictureSize size(MemorySegment file) throws UndecodableException;

  /// Returns the most bytes that reading the picture takes for a moment, native memory included,
  /// the file itself not; allocates nothing.
  ///
  /// @param size the result of [#size] for the same file, within the limits
  long memory(MemorySegment file, PictureSize size) throws UndecodableException;

  /// Returns the picture.
  ///
  /// @param size the result of [#size] for the same file, within the cap
  /// @throws IOException if a third-party decoder refuses the file
  LumaPlane read(MemorySegment file, PictureSize size) throws UndecodableException, IOException;
}
