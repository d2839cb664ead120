package org.vigie.server.scan;

import java.util.List;
import java.util.stream.Stream;
import org.vigie.fingerprint.Digest;
import org.vigie.server.bank.SoughtSignal;

/// The signals of one media file.
///
/// @param digests of its bytes, one of each type
/// @param picture the signals of the picture, or why there are none
public record MediaSignals(List<Digest> digests, PictureReading picture) {
  public MediaSignals {
    digests = List.copyOf(digests);
  }

  /// Returns all signals: the digests, then those of the frames in the order of time.
  public List<MediaSignal> all() {
    Stream<MediaSignal> ofBytes = digests.stream().map(MediaSignal::of);
    return switch (picture) {
      case PictureReading.Picture read ->
        Stream.concat(ofBytes, read.signals().stream()).toList();
      case PictureReading.NoPicture _ -> ofBytes.toList();
    };
  }

  /// Returns the signals to compare, pictures in all eight orientations.
  public List<SoughtSignal> sought() {
    return all().stream().flatMap(signal -> signal.sought().stream()).toList();
  }
}
