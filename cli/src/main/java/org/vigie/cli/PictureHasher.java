package org.vigie.cli;

import java.util.Arrays;
import java.util.List;
import org.vigie.cli.PictureReading.Hashed;
import org.vigie.cli.PictureReading.NoPicture;
import org.vigie.cli.PictureReading.OrientedSignal;
import org.vigie.cli.files.Cause;
import org.vigie.cli.files.Failure;
import org.vigie.fingerprint.Dihedral;
import org.vigie.fingerprint.LumaPlane;
import org.vigie.fingerprint.PdqFingerprint;
import org.vigie.fingerprint.PdqHasher;
import org.vigie.fingerprint.PdqOrientations;
import org.vigie.media.DecodeOutcome;
import org.vigie.media.LumaSource;
import org.vigie.media.MediaFile;

/// Makes PDQ signals of the bytes of pictures.
///
/// Threads: any; each gets a hasher of its own.
final class PictureHasher {
  private final LumaSource source;
  private final boolean allOrientations;
  private final ThreadLocal<PdqHasher> hashers = ThreadLocal.withInitial(PdqHasher::new);

  /// @param allOrientations whether to make the signals of all eight orientations
  PictureHasher(LumaSource source, boolean allOrientations) {
    this.source = source;
    this.allOrientations = allOrientations;
  }

  /// Reads the first picture of a file.
  ///
  /// This is the edge where a defect of a decoder ends: it becomes a cause, so that one hostile
  /// file neither stops the scan of all others nor looks clean.
  PictureReading read(byte[] file) {
    try {
      return switch (source.decode(MediaFile.of(file))) {
        case DecodeOutcome.Decoded picture -> hash(picture);
        case DecodeOutcome.Undecodable undecodable ->
          new NoPicture(new Failure(cause(undecodable.cause()), undecodable.detail()));
      };
    } catch (RuntimeException | StackOverflowError e) {
      return new NoPicture(
          new Failure(Cause.DECODER_FAILED, "the decoder broke: " + e.getClass().getName()));
    } catch (OutOfMemoryError e) {
      return new NoPicture(new Failure(Cause.OUT_OF_MEMORY, "not enough memory to decode it"));
    }
  }

  private Hashed hash(DecodeOutcome.Decoded picture) {
    LumaPlane luma = picture.luma();
    if (allOrientations) {
      PdqOrientations turned = hashers.get().hashOrientations(luma);
      List<OrientedSignal> signals = Arrays.stream(Dihedral.values())
          .map(way -> new OrientedSignal(way, turned.signal(way)))
          .toList();
      return hashed(picture, signals, turned.quality());
    }
    PdqFingerprint plain = hashers.get().hash(luma);
    return hashed(
        picture, List.of(new OrientedSignal(Dihedral.ORIGINAL, plain.signal())), plain.quality());
  }

  private static Hashed hashed(
      DecodeOutcome.Decoded picture, List<OrientedSignal> signals, int quality) {
    return new Hashed(picture.format(), picture.width(), picture.height(), signals, quality);
  }

  private static Cause cause(DecodeOutcome.Cause cause) {
    return switch (cause) {
      case EMPTY -> Cause.EMPTY;
      case UNKNOWN_FORMAT -> Cause.UNKNOWN_FORMAT;
      case TOO_MANY_PIXELS -> Cause.TOO_MANY_PIXELS;
      case MALFORMED -> Cause.MALFORMED;
      case TRUNCATED -> Cause.TRUNCATED;
      case UNSUPPORTED -> Cause.UNSUPPORTED;
      case DEADLINE_PASSED -> throw new IllegalStateException("no deadline was set");
    };
  }
}
