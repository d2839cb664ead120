package org.vigie.testkit;

import java.awt.image.BufferedImage;
import java.util.Arrays;

/// A picture made of a seed: smooth noise in five octaves under six filled rectangles, in integers
/// only.
///
/// Anyone can make the same picture in any language; the recipe is with the published vectors in
/// `fingerprint/src/test/vectors/pdq/synthetic.tsv`.
///
/// @param seed the picture's only other ingredient: same numbers, same pixels
public record SyntheticPicture(int width, int height, long seed) {
  private static final int OCTAVES = 5;

  /// The binary logarithm of the width of the coarsest cell.
  private static final int COARSEST_SHIFT = 7;

  private static final int[] WEIGHTS = {16, 8, 4, 2, 1};
  private static final int WEIGHT_SUM = 31;
  private static final int RECTANGLES = 6;

  /// Returns the pixels as interleaved red, green and blue bytes, row after row.
  public byte[] rgb() {
    byte[] rgb = new byte[Math.multiplyExact(3, Math.multiplyExact(width, height))];
    int[] sums = new int[3 * width];
    for (int y = 0; y < height; y++) {
      Arrays.fill(sums, 0);
      addNoise(sums, y);
      for (int k = 0; k < sums.length; k++) {
        rgb[y * sums.length + k] = (byte) (sums[k] / WEIGHT_SUM);
      }
    }
    for (int k = 0; k < RECTANGLES; k++) {
      drawRectangle(rgb, mix(seed * 7919 + k));
    }
    return rgb;
  }

  /// Returns the picture for encoders that want one.
  public BufferedImage image() {
    return image(width, height, rgb());
  }

  /// Wraps interleaved RGB bytes as an image.
  public static BufferedImage image(int width, int height, byte[] rgb) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    int[] row = new int[width];
    for (int y = 0, at = 0; y < height; y++) {
      for (int x = 0; x < width; x++, at += 3) {
        row[x] = (rgb[at] & 0xff) << 16 | (rgb[at + 1] & 0xff) << 8 | (rgb[at + 2] & 0xff);
      }
      image.setRGB(0, y, width, 1, row, 0, width);
    }
    return image;
  }

  /// Adds the noise of one row of pixels, weighted by octave.
  private void addNoise(int[] sums, int y) {
    for (int channel = 0; channel < 3; channel++) {
      for (int octave = 0; octave < OCTAVES; octave++) {
        addOctave(sums, y, octave, channel);
      }
    }
  }

  /// Adds one octave: a lattice of random values, interpolated between the four that surround a
  /// pixel. Between two columns only one factor changes, so a row needs two values a cell.
  private void addOctave(int[] sums, int y, int octave, int channel) {
    int shift = COARSEST_SHIFT - octave;
    int cell = 1 << shift;
    int left = column(octave, channel, 0, y);
    for (int x = 0; x < width; x += cell) {
      int right = column(octave, channel, (x >> shift) + 1, y);
      int cut = Math.min(cell, width - x);
      for (int fx = 0; fx < cut; fx++) {
        sums[3 * (x + fx) + channel] +=
            WEIGHTS[octave] * ((left * (cell - fx) + right * fx) >> 2 * shift);
      }
      left = right;
    }
  }

  /// Returns the value of one column of the lattice at the height of a row, times the cell's width.
  private int column(int octave, int channel, int i, int y) {
    int shift = COARSEST_SHIFT - octave;
    int cell = 1 << shift;
    int j = y >> shift;
    int fy = y & cell - 1;
    return lattice(octave, channel, i, j) * (cell - fy) + lattice(octave, channel, i, j + 1) * fy;
  }

  private int lattice(int octave, int channel, int i, int j) {
    return (int)
        (mix(seed * 1_000_003 + (((long) octave * 3 + channel) << 40) + ((long) i << 20) + j)
            >>> 56);
  }

  private void drawRectangle(byte[] rgb, long r) {
    int left = (int) ((r & 0xffff) % width);
    int top = (int) ((r >>> 16 & 0xffff) % height);
    int right = Math.min(width, left + 1 + (int) ((r >>> 32 & 0xffff) % ((width + 3) / 4)));
    int bottom = Math.min(height, top + 1 + (int) ((r >>> 48 & 0xffff) % ((height + 3) / 4)));
    long colour = mix(r);
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        for (int channel = 0; channel < 3; channel++) {
          rgb[3 * (y * width + x) + channel] = (byte) (colour >>> 8 * channel);
        }
      }
    }
  }

  /// SplitMix64's step: a bijection that spreads every input bit over all output bits.
  static long mix(long z) {
    z += 0x9E3779B97F4A7C15L;
    z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    return z ^ z >>> 31;
  }
}
