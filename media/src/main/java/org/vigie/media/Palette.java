package org.vigie.media;

import java.util.Arrays;
import org.vigie.fingerprint.LumaPlane;

/// The luma of up to 256 colours. An index without a colour is black, as in the common decoders.
final class Palette {
  private static final int SIZE = 256;

  private final float[] luma = new float[SIZE];

  /// @param rgb red, green and blue of each colour in turn
  private Palette(byte[] rgb) {
    LumaPlane.ofRgb(SIZE, 1, Arrays.copyOf(rgb, 3 * SIZE)).readRow(0, luma, 0);
  }

  /// Makes a palette of colours in red, green and blue bytes.
  static Palette ofRgb(byte[] rgb) {
    return new Palette(rgb);
  }

  /// Reads `count` colours of red, green and blue bytes.
  static Palette rgb(FileBytes file, long at, int count) throws UndecodableException {
    byte[] rgb = new byte[3 * SIZE];
    file.require(at, 3L * count, "the palette");
    System.arraycopy(file.array(), (int) at, rgb, 0, 3 * count);
    return new Palette(rgb);
  }

  /// Reads `count` colours of blue, green and red bytes that begin every `step` bytes.
  static Palette bgr(FileBytes file, long at, int count, int step) throws UndecodableException {
    byte[] rgb = new byte[3 * SIZE];
    for (int i = 0; i < 3 * count; i++) {
      rgb[i] = (byte) file.u8(at + (long) step * (i / 3) + 2 - i % 3);
    }
    return new Palette(rgb);
  }

  float luma(byte index) {
    return luma[index & 0xff];
  }
}
