package org.vigie.cli;

import java.util.List;
import org.vigie.cli.files.Failure;
import org.vigie.fingerprint.Dihedral;
import org.vigie.fingerprint.PdqSignal;
import org.vigie.media.MediaFormat;

/// The outcome of making signals of a file's picture.
sealed interface PictureReading {
  /// A picture.
  ///
  /// @param signals of the original orientation first, then of others if requested
  /// @param quality 0 (featureless) to 100
  record Hashed(
      MediaFormat format, int width, int height, List<OrientedSignal> signals, int quality)
      implements PictureReading {
    public Hashed {
      signals = List.copyOf(signals);
      if (signals.isEmpty()) {
        throw new IllegalArgumentException("a picture has at least the signal of its original");
      }
    }
  }

  /// No picture, and why.
  record NoPicture(Failure failure) implements PictureReading {}

  /// Signals of the picture were not requested.
  record NotAsked() implements PictureReading {}

  /// A signal of the picture, turned as the label says.
  record OrientedSignal(Dihedral orientation, PdqSignal signal) {}
}
