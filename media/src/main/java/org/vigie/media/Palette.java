package org.vigie.media;

import java.util.Arrays;
import org.vigie.fingerprint.LumaPlane;

/// The luma of up to 256 colours. An index without a colour is black, as in the common decoders.
final class Palette {
  private static final int SIZE = 256;

  private final float[] luma = new float[SIZE];
  private final int colours;

  /// @param rgb red, green and blue of each colour in turn
  /// @param colours the number of colours that the file states
  private Palette(byte[] rgb, int colours) {
    this.colours = colours;
    LumaPlane.ofRgb(SIZE, 1, Arrays.copyOf(rgb, 3 * SIZE)).readRow(0, luma, 0);
  }

  /// Makes a palette of colours in red, green and blue bytes.
  static Palette ofRgb(byte[] rgb) {
    return new Palette(rgb, rgb.length / 3);
  }

  /// Reads `count` colours of red, green and blue bytes.
  static Palette rgb(FileBytes file, long at, int count) throws UndecodableException {
    byte[] rgb = new byte[3 * SIZE];
    file.require(at, 3L * count, "the palette");
    file.copy(at, rgb, 0, 3 * count);
    return new Palette(rgb, count);
  }

  /// Reads `count` colours of blue, green and red bytes that begin every `step` bytes.
  static Palette bgr(FileBytes file, long at, int count, int step) throws UndecodableException {
    byte[] rgb = new byte[3 * SIZE];
    for (int i = 0; i < 3 * count; i++) {
      rgb[i] = (byte) file.u8(at + (long) step * (i / 3) + 2 - i % 3);
    }
    return new Palette(rgb, count);
  }

  /// Returns whether the file states a colour for an index.
  boolean has(byte index) {
    return (index & 0xff) < colours;
  }

  float luma(byte index) {
    return luma[index & 0xff];
  }
}
