package org.vigie.media;

/// Turns a media file into frames for a perceptual hash; a still picture has one frame.
///
/// Threads: any. Implementations keep nothing of one file for the next. One that decodes in another
/// process is given the file, and answers the planes.
public interface LumaSource {
  /// Opens a file and reads its header. All work on its frames ends when the deadline passes, and
  /// reading rows of a plane throws [DeadlinePassedException] from then on.
  ///
  /// @param file neither changed nor kept after its frames are closed; one in memory is held
  ///     until they are, so that its owner may go before the work ends
  /// @throws java.io.UncheckedIOException if the file cannot be read from its disk
  OpenOutcome open(MediaFile file, Deadline deadline);

  /// Decodes the first frame of a file.
  default DecodeOutcome decode(MediaFile file, Deadline deadline) {
    return switch (open(file, deadline)) {
      case OpenOutcome.Opened(Frames frames) -> first(frames);
      case DecodeOutcome.Undecodable none -> none;
    };
  }

  private static DecodeOutcome first(Frames frames) {
    try (frames) {
      return switch (frames.next()) {
        case Frames.Frame frame ->
          new DecodeOutcome.Decoded(frames.format(), frames.width(), frames.height(), frame.luma());
        case DecodeOutcome.Undecodable none -> none;
        case Frames.FrameOutcome.End _ -> throw new IllegalStateException("a file has a frame");
      };
    }
  }

  /// Decodes the first frame of a file, however long it takes.
  default DecodeOutcome decode(MediaFile file) {
    return decode(file, Deadline.NONE);
  }
}
