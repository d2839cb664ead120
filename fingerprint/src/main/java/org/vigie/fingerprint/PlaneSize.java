package org.vigie.fingerprint;

/// The check that every plane over an array makes.
final class PlaneSize {
  private PlaneSize() {}

  static void check(int width, int height, int samplesPerPixel, int length) {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException(
          "a plane needs at least one row and column: " + width + "x" + height);
    }
    long expected = (long) samplesPerPixel * width * height;
    if (length != expected) {
      throw new IllegalArgumentException(
          width + "x" + height + " needs " + expected + " samples, found " + length);
    }
  }
}
