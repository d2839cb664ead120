package org.vigie.media;

/// Turns the bytes of a media file into luma for a perceptual hash.
///
/// Threads: any. Implementations keep nothing of one file for the next.
public interface LumaSource {
  /// Reads the first picture of a file.
  ///
  /// Reading rows of its plane throws [DeadlinePassedException] once the deadline has passed.
  ///
  /// @param file the whole file; not changed, not kept
  DecodeOutcome decode(byte[] file, Deadline deadline);

  /// Returns the most bytes that decoding a file takes for a moment, native memory included, the
  /// file itself not; 0 if it is not decoded.
  default long memory(byte[] file, Deadline deadline) {
    return 0;
  }

  /// Reads the first picture of a file, however long it takes.
  ///
  /// @param file the whole file; not changed, not kept
  default DecodeOutcome decode(byte[] file) {
    return decode(file, Deadline.NONE);
  }
}
