package org.vigie.server.evidence.veil;

import java.util.Arrays;
import org.vigie.fingerprint.LumaPlane;

/// A picture reduced to the average brightness of large areas.
///
/// Each sample is the mean of an area of at least [#LEAST_AREA] rows and columns, so that the
/// picture cannot be computed from it. Threads: as the plane's.
final class GreyRendition {
  /// The least rows and columns of one sample, unless the picture has fewer.
  static final int LEAST_AREA = 8;

  private final int width;
  private final int height;
  private final byte[] samples;

  private GreyRendition(int width, int height, byte[] samples) {
    this.width = width;
    this.height = height;
    this.samples = samples;
  }

  /// Makes a rendition.
  ///
  /// @param longSide the most samples that its longer side has
  public static GreyRendition of(LumaPlane plane, int longSide) {
    int longer = Math.max(plane.width(), plane.height());
    int most = Math.max(1, Math.min(longSide, longer / LEAST_AREA));
    int width = side(plane.width(), longer, most);
    int height = side(plane.height(), longer, most);
    return new GreyRendition(width, height, averages(plane, width, height));
  }

  private static int side(int side, int longer, int most) {
    return Math.max(1, (int) ((long) side * most / longer));
  }

  private static byte[] averages(LumaPlane plane, int width, int height) {
    float[] row = new float[plane.width()];
    double[] sums = new double[width];
    byte[] samples = new byte[width * height];
    for (int y = 0, below = 0; y < height; y++) {
      int top = below;
      below = (int) ((long) (y + 1) * plane.height() / height);
      Arrays.fill(sums, 0);
      for (int each = top; each < below; each++) {
        plane.readRow(each, row, 0);
        add(row, sums);
      }
      put(sums, below - top, plane.width(), samples, y * width);
    }
    return samples;
  }

  private static void add(float[] row, double[] sums) {
    for (int x = 0, right = 0; x < sums.length; x++) {
      int left = right;
      right = (int) ((long) (x + 1) * row.length / sums.length);
      double sum = 0;
      for (int each = left; each < right; each++) {
        sum += row[each];
      }
      sums[x] += sum;
    }
  }

  private static void put(double[] sums, int rows, int columns, byte[] samples, int at) {
    for (int x = 0; x < sums.length; x++) {
      long left = (long) x * columns / sums.length;
      long right = (long) (x + 1) * columns / sums.length;
      samples[at + x] = (byte) Math.round(sums[x] / ((right - left) * rows));
    }
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /// Returns the brightness at a place, 0 to 255.
  public int at(int x, int y) {
    return samples[y * width + x] & 0xFF;
  }

  /// Returns it as a PNG file.
  public byte[] png() {
    return GreyPng.of(width, height, samples);
  }
}
