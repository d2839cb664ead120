package org.vigie.fingerprint;

/// The range of PDQ's quality figure.
final class PdqQuality {
  private PdqQuality() {}

  static void check(int quality) {
    if (quality < 0 || quality > 100) {
      throw new IllegalArgumentException("PDQ quality is 0 to 100, not " + quality);
    }
  }
}
