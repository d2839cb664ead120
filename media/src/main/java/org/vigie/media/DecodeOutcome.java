package org.vigie.media;

import org.vigie.fingerprint.LumaPlane;

/// The outcome of reading the first frame of a media file: the picture, or a cause.
public sealed interface DecodeOutcome {
  /// A picture.
  ///
  /// @param width columns as stored in the file; the plane may be smaller by a power of two
  /// @param height rows as stored in the file
  record Decoded(MediaFormat format, int width, int height, LumaPlane luma)
      implements DecodeOutcome {}

  /// No picture, and why.
  ///
  /// @param detail one English clause for people, without content of the file: `chunk IDAT ends
  ///     after 17 of 4,096 bytes`
  record Undecodable(Cause cause, String detail)
      implements DecodeOutcome, OpenOutcome, Frames.FrameOutcome {}

  /// Why a file gave no picture.
  enum Cause {
    /// The file has no bytes.
    EMPTY,
    /// The first bytes are of no format that is read here.
    UNKNOWN_FORMAT,
    /// The header says that the picture has more pixels than the cap, a side that is too long, or
    /// far more pixels than a file of this length holds of a real picture; nothing was decoded.
    TOO_MANY_PIXELS,
    /// The format is known, the file breaks its rules.
    MALFORMED,
    /// The file ends before the picture does.
    TRUNCATED,
    /// The format is known, this variant of it is not read here.
    UNSUPPORTED,
    /// Reading it was not over when the deadline passed.
    DEADLINE_PASSED
  }
}
