package org.vigie.media;

/// What opening a media file came to: its frames, or why it has none. Only the header was read.
public sealed interface OpenOutcome permits OpenOutcome.Opened, DecodeOutcome.Undecodable {
  /// A file that can be decoded, as far as its header says. The caller closes it.
  record Opened(Frames frames) implements OpenOutcome {}
}
