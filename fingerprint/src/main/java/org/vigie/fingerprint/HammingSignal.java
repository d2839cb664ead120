package org.vigie.fingerprint;

/// A signal of 256 bits, compared by the number of bits that differ.
///
/// Bit 255 is the highest bit of [#w3], bit 0 the lowest of [#w0].
public non-sealed interface HammingSignal extends Signal {
  /// The number of bits of every Hamming signal.
  int BITS = 256;

  /// Returns bits 255..192.
  long w3();

  /// Returns bits 191..128.
  long w2();

  /// Returns bits 127..64.
  long w1();

  /// Returns bits 63..0.
  long w0();

  /// Returns the number of differing bits, 0 to 256. Comparing signals of two types is
  /// meaningless.
  default int distanceTo(HammingSignal other) {
    return Long.bitCount(w3() ^ other.w3())
        + Long.bitCount(w2() ^ other.w2())
        + Long.bitCount(w1() ^ other.w1())
        + Long.bitCount(w0() ^ other.w0());
  }
}
