package org.vigie.media;

/// Turns the bytes of a media file into what a perceptual hash reads.
///
/// Threads: any. Implementations keep nothing of one file for the next.
public interface LumaSource {
  /// Reads the first picture of a file.
  ///
  /// @param file the whole file; not changed, not kept
  DecodeOutcome decode(byte[] file);
}
