package org.vigie.fingerprint;

/// What PDQ says of one picture.
///
/// @param quality 0 (featureless) to 100; below 50 a signal says too little to be matched
public record PdqFingerprint(PdqSignal signal, int quality) {
  public PdqFingerprint {
    PdqQuality.check(quality);
  }
}
