package org.vigie.media;

/// The outcome of opening a media file: its frames, or a cause without frames. Only the header
/// was read.
public sealed interface OpenOutcome permits OpenOutcome.Opened, DecodeOutcome.Undecodable {
  /// A file that can be decoded, as far as its header says. The caller closes it.
  record Opened(Frames frames) implements OpenOutcome {}
}
