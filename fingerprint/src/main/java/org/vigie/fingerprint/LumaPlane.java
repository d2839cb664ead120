package org.vigie.fingerprint;

/// The brightness of a picture, row by row: the input of a perceptual hash.
///
/// Samples are floats from 0 (black) to 255 (white). Rows are read as they are needed, so that a
/// picture of 100 megapixels is never in memory as floats. Threads: as the implementation says; the
/// ones made here are safe to read from any.
public interface LumaPlane {
  /// Returns the number of columns, at least 1.
  int width();

  /// Returns the number of rows, at least 1.
  int height();

  /// Writes row `y` (0 is the top) to `samples[offset .. offset + width() - 1]`.
  ///
  /// @throws IndexOutOfBoundsException if there is no such row, or no room for it
  void readRow(int y, float[] samples, int offset);

  /// Returns a plane over grey samples, one byte (0..255) each, row after row; the array is not
  /// copied.
  ///
  /// @throws IllegalArgumentException if the array is not exactly `width * height` long
  static LumaPlane ofGrey(int width, int height, byte[] grey) {
    return new GreyPlane(width, height, grey);
  }

  /// Returns a plane over interleaved red, green and blue, one byte (0..255) each, row after row;
  /// the array is not copied. Luma is .299 R + .587 G + .114 B in floats, summed in that order.
  ///
  /// @throws IllegalArgumentException if the array is not exactly `3 * width * height` long
  static LumaPlane ofRgb(int width, int height, byte[] rgb) {
    return new RgbPlane(width, height, rgb);
  }
}
