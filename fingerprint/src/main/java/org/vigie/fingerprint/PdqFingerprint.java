package org.vigie.fingerprint;

/// The PDQ signal and quality of one picture.
///
/// @param quality 0 (featureless) to 100; below 50 a signal has too little detail to be matched
public record PdqFingerprint(PdqSignal signal, int quality) {
  public PdqFingerprint {
    PdqQuality.check(quality);
  }
}
