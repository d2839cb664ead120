package org.vigie.server.scan.retro;

import org.vigie.fingerprint.PdqSignal;

/// Signals near that of a picture, which a picture may have too.
public final class NearSignal {
  private NearSignal() {}

  /// Returns a signal without some of the bits that are set in the first 64 of another.
  ///
  /// @param bits how many, at most as many as are set
  public static PdqSignal without(int bits, PdqSignal signal) {
    long word = signal.w3();
    for (int bit = 0; bit < bits; bit++) {
      word &= word - 1;
    }
    return new PdqSignal(word, signal.w2(), signal.w1(), signal.w0());
  }
}
