package org.vigie.server.hma.hashing;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vigie.server.bank.SoughtSignal;
import org.vigie.server.frame.ProblemException;
import org.vigie.server.frame.ProblemType;
import org.vigie.server.hma.vocabulary.HmaContentType;
import org.vigie.server.hma.vocabulary.HmaProblems;
import org.vigie.server.hma.vocabulary.HmaSignalType;
import org.vigie.server.scan.DecodingLane;
import org.vigie.server.scan.Media;
import org.vigie.server.scan.PictureReading.NoPicture;
import org.vigie.server.scan.PictureReading.Picture;
import org.vigie.server.scan.ScanOutcome.Cause;
import org.vigie.server.scan.SignalExtraction;

/// Makes the signals that HMA knows, of pictures as they are stored: not turned, not mirrored.
public final class Hashing {
  /// Below this quality a PDQ signal says too little to be given out, as in HMA.
  static final int LEAST_QUALITY = 50;

  private final SignalExtraction extraction;

  Hashing(SignalExtraction extraction) {
    this.extraction = extraction;
  }

  /// Returns the signals of content.
  ///
  /// @param only these types; empty for all of the content type
  /// @throws ProblemException if the content is a photo and cannot be read as one, or has no
  ///     signals of these types
  public HashedContent hash(HmaContentType content, Media media, Set<HmaSignalType> only) {
    List<HmaSignalType> wanted = content.signalTypes();
    if (!wanted.containsAll(only)) {
      throw HmaProblems.bad("Content of this type has no signals of one of the types.");
    }
    Map<HmaSignalType, Optional<SoughtSignal>> signals = new EnumMap<>(HmaSignalType.class);
    for (HmaSignalType type : only.isEmpty() ? wanted : only) {
      signals.put(type, signal(type, media));
    }
    return new HashedContent(signals);
  }

  private Optional<SoughtSignal> signal(HmaSignalType type, Media media) {
    return switch (type) {
      case PDQ -> ofPicture(type, media);
      case VIDEO_MD5 ->
        media.digests().stream()
            .filter(digest -> digest.type() == type.type())
            .map(SoughtSignal::of)
            .findFirst();
    };
  }

  private Optional<SoughtSignal> ofPicture(HmaSignalType type, Media media) {
    return switch (extraction.extract(media, DecodingLane.CALLERS).picture()) {
      case Picture picture -> upright(type, picture);
      case NoPicture(Cause cause) -> throw unreadable(cause);
    };
  }

  private static Optional<SoughtSignal> upright(HmaSignalType type, Picture picture) {
    return picture.signals().stream()
        .filter(signal -> signal.type().equals(type.type()))
        .filter(signal -> signal.comparedQuality() >= LEAST_QUALITY)
        .findFirst()
        .map(signal -> signal.sought().getFirst());
  }

  private static ProblemException unreadable(Cause cause) {
    return cause == Cause.DEADLINE_PASSED
        ? new ProblemException(ProblemType.NOT_READY, "The photo was not read in time.", Map.of())
        : HmaProblems.bad("The content cannot be read as a photo: " + cause.name());
  }
}
