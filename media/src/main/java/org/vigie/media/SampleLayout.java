package org.vigie.media;

import org.jspecify.annotations.Nullable;

/// How samples lie in a row of a file, for the formats that pack them plainly.
///
/// One sample of 1, 2, 4, 8 or 16 bits is grey or a palette index; three or more of 8 or 16 bits
/// begin with red, green and blue; two are grey and alpha. What follows the colours is skipped.
///
/// @param bits of one sample; several samples a pixel have 8 or 16
/// @param samples of one pixel, at least 1
/// @param highByte where the high byte of 16 bits stands: 0 or 1
/// @param inverted whether 0 is white
/// @param palette what single samples index, if they are no grey
record SampleLayout(
    int bits,
    int samples,
    int highByte,
    boolean inverted,
    @Nullable Palette palette) {
  /// Returns the layout of big-endian grey or colour samples.
  static SampleLayout of(int bits, int samples) {
    return new SampleLayout(bits, samples, 0, false, null);
  }

  /// Returns the layout of palette indices.
  static SampleLayout indexed(int bits, Palette palette) {
    return new SampleLayout(bits, 1, 0, false, palette);
  }

  /// Returns how many bytes a pixel takes in a plane.
  int planeSamples() {
    return samples < 3 ? 1 : 3;
  }

  /// Returns how many whole bytes a row of the file takes.
  long rowBytes(long width) {
    return Math.ceilDiv(width * samples * bits, Byte.SIZE);
  }

  /// Returns the sample of 8 bits or fewer that pixel `x` of a row has, grey stretched to 0..255.
  byte sample(byte[] row, int from, int x, int channel) {
    int value;
    if (bits == 16) {
      value = row[from + 2 * (x * samples + channel) + highByte] & 0xff;
    } else if (bits == 8) {
      value = row[from + x * samples + channel] & 0xff;
    } else {
      int perByte = Byte.SIZE / bits;
      int shift = Byte.SIZE - bits * (x % perByte + 1);
      int mask = (1 << bits) - 1;
      value = row[from + x / perByte] >> shift & mask;
      value = palette == null ? value * 255 / mask : value;
    }
    return (byte) (inverted ? 255 - value : value);
  }
}
