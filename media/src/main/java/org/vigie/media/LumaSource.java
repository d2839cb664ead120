package org.vigie.media;

/// Turns the bytes of a media file into what a perceptual hash reads.
///
/// Threads: any. Implementations keep nothing of one file for the next.
public interface LumaSource {
  /// Reads the first picture of a file.
  ///
  /// Reading rows of its plane throws [DeadlinePassedException] once the deadline has passed.
  ///
  /// @param file the whole file; not changed, not kept
  DecodeOutcome decode(byte[] file, Deadline deadline);

  /// Reads the first picture of a file, however long it takes.
  ///
  /// @param file the whole file; not changed, not kept
  default DecodeOutcome decode(byte[] file) {
    return decode(file, Deadline.NONE);
  }
}
