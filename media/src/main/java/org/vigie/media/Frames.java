package org.vigie.media;

import java.time.Duration;
import org.vigie.fingerprint.LumaPlane;

/// The frames of one open file, in the order of time: one for a still picture, at zero; for a film
/// as many as its source chooses, each decoded when it is asked for.
///
/// Threads: one at a time.
public interface Frames extends AutoCloseable {
  /// Returns the one frame of a still picture that is decoded already.
  static Frames of(MediaFormat format, int width, int height, LumaPlane luma) {
    return new StillFrame(format, width, height, luma);
  }

  /// Returns the format by the first bytes of the file.
  MediaFormat format();

  /// Returns the columns as stored in the file; planes may be smaller by a power of two.
  int width();

  /// Returns the rows as stored in the file.
  int height();

  /// Returns the most bytes that decoding any one frame takes for a moment, native memory included,
  /// a file that was given in memory not.
  ///
  /// @throws DeadlinePassedException if the deadline of the file passes
  long memory();

  /// Decodes the next frame. The first outcome is never [FrameOutcome.End]; after any outcome but a
  /// frame, nothing more is asked for.
  FrameOutcome next();

  /// Ends the work on the file, and frees its memory.
  @Override
  void close();

  /// The outcome of asking for the next frame.
  sealed interface FrameOutcome permits Frame, FrameOutcome.End, DecodeOutcome.Undecodable {
    /// There are no more frames.
    record End() implements FrameOutcome {}
  }

  /// A frame, whose plane can be read after the frames are closed.
  ///
  /// @param at when it is shown, from the beginning of the file
  record Frame(Duration at, LumaPlane luma) implements FrameOutcome {}
}
