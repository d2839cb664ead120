package org.vigie.fingerprint;

import java.util.List;

/// The signals of one picture in all eight orientations; computing them costs hardly more than
/// computing one.
///
/// @param signals one for each [Dihedral], in the order of that enum
/// @param quality 0 (featureless) to 100, the same in every orientation
public record PdqOrientations(List<PdqSignal> signals, int quality) {
  public PdqOrientations {
    signals = List.copyOf(signals);
    if (signals.size() != Dihedral.values().length) {
      throw new IllegalArgumentException("expected 8 signals, found " + signals.size());
    }
    PdqQuality.check(quality);
  }

  /// Returns the signal of the picture turned this way.
  public PdqSignal signal(Dihedral orientation) {
    return signals.get(orientation.ordinal());
  }

  /// Returns the picture as it was given.
  public PdqFingerprint original() {
    return new PdqFingerprint(signal(Dihedral.ORIGINAL), quality);
  }
}
