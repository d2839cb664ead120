package org.vigie.server.scan;

/// Makes signals of media: digests always, and those of the picture if there is one. Threads: any;
/// a caller waits until the deadline at most.
public interface SignalExtraction {
  /// Returns the signals of one file. A picture that is not read before the deadline has none,
  /// with that cause.
  MediaSignals extract(Media media, DecodingLane lane);
}
