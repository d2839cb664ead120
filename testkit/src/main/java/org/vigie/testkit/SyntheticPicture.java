package org.vigie.testkit;

import java.awt.image.BufferedImage;

/// A picture made of a seed: smooth noise in five octaves under six filled rectangles, in integers
/// only.
///
/// Anyone can make the same picture in any language; the recipe is with the published vectors in
/// `fingerprint/src/test/vectors/pdq/synthetic.tsv`.
///
/// @param seed the picture's only other ingredient: same numbers, same pixels
public record SyntheticPicture(int width, int height, long seed) {
  private static final int OCTAVES = 5;
  private static final int COARSEST_CELL = 128;
  private static final int[] WEIGHTS = {16, 8, 4, 2, 1};
  private static final int WEIGHT_SUM = 31;
  private static final int RECTANGLES = 6;

  /// Returns the pixels as interleaved red, green and blue bytes, row after row.
  public byte[] rgb() {
    byte[] rgb = new byte[Math.multiplyExact(3, Math.multiplyExact(width, height))];
    for (int y = 0, at = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        for (int channel = 0; channel < 3; channel++) {
          rgb[at++] = (byte) noise(x, y, channel);
        }
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

  private int noise(int x, int y, int channel) {
    long sum = 0;
    for (int octave = 0; octave < OCTAVES; octave++) {
      sum += WEIGHTS[octave] * smooth(x, y, octave, channel);
    }
    return (int) (sum / WEIGHT_SUM);
  }

  private long smooth(int x, int y, int octave, int channel) {
    int cell = COARSEST_CELL >> octave;
    int i = x / cell;
    int j = y / cell;
    int fx = x % cell;
    int fy = y % cell;
    long top =
        lattice(octave, channel, i, j) * (cell - fx) + lattice(octave, channel, i + 1, j) * fx;
    long bottom = lattice(octave, channel, i, j + 1) * (cell - fx)
        + lattice(octave, channel, i + 1, j + 1) * fx;
    return (top * (cell - fy) + bottom * fy) / ((long) cell * cell);
  }

  private long lattice(int octave, int channel, int i, int j) {
    return mix(seed * 1_000_003 + (((long) octave * 3 + channel) << 40) + ((long) i << 20) + j)
        >>> 56;
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
