package org.vigie.fingerprint;

import java.util.Arrays;

/// A box filter down the columns of rows that come one strip at a time.
///
/// Holds the rows that a window still needs in a ring, and one running sum for each column. A row
/// of zeros replaces the rows above and below the picture: adding or taking away zero changes no
/// bit of a sum, since no sum is ever negative zero.
final class ColumnBox {
  private final PdqKernel kernel;
  private float[] ring = {};
  private float[] sums = {};
  private int width;
  private int stride;
  private int capacity;

  ColumnBox(PdqKernel kernel) {
    this.kernel = kernel;
  }

  /// Prepares for a picture.
  ///
  /// @param width the number of columns
  /// @param stride the distance between rows in the ring
  /// @param stripRows the number of rows of a strip
  void begin(int width, int stride, int stripRows, BoxFilter down) {
    this.width = width;
    this.stride = stride;
    capacity = Math.multiplyExact(stripRows, Math.ceilDiv(down.window(), stripRows) + 1);
    int floats = Math.multiplyExact(stride, capacity + 1);
    ring = ring.length < floats ? new float[floats] : ring;
    sums = sums.length < width ? new float[width] : sums;
    Arrays.fill(sums, 0, width, 0);
    Arrays.fill(ring, at(capacity), at(capacity) + width, 0);
  }

  /// Returns the ring, which takes the rows of a strip.
  float[] ring() {
    return ring;
  }

  /// Returns the offset of row `y` in the ring; the rows of a strip follow each other.
  int slot(int y) {
    return at(y % capacity);
  }

  /// Returns the distance between rows in the ring.
  int stride() {
    return stride;
  }

  /// Takes step `y`: reads row `y`, if the picture has one, and writes output `y - half + 1`.
  /// Earlier outputs are meaningless.
  void step(int y, BoxFilter down, float[] out, int outAt) {
    int zeros = at(capacity);
    int added = y < down.length() ? slot(y) : zeros;
    int removed = y >= down.window() ? slot(y - down.window()) : zeros;
    float count = Math.max(1, down.count(y - down.half() + 1));
    kernel.slide(sums, ring, added, removed, width, count, out, outAt);
  }

  /// Returns the number of floats held.
  long size() {
    return (long) ring.length + sums.length;
  }

  private int at(int slot) {
    return slot * stride;
  }
}
