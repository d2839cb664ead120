package org.vigie.fingerprint;

/// Turns bytes into luma, in two makes that give the same bits; source: `docs/formats/pdq.md` §1.
///
/// Threads: any.
sealed interface LumaKernel permits ScalarLumaKernel, VectorLumaKernel {
  /// The weights of red, green and blue: Rec. 601.
  float RED = 0.299f;

  float GREEN = 0.587f;
  float BLUE = 0.114f;

  /// Returns the fastest kernel that this JVM can run.
  static LumaKernel preferred() {
    return PdqKernel.hasVectors() ? new VectorLumaKernel() : new ScalarLumaKernel();
  }

  /// Reads `width` grey bytes from `grey[at]`.
  void readGrey(byte[] grey, int at, float[] samples, int offset, int width);

  /// Reads `width` pixels of red, green and blue bytes from `rgb[at]`; the order of the float
  /// operations is (.299 R + .587 G) + .114 B.
  void readRgb(byte[] rgb, int at, float[] samples, int offset, int width);
}
