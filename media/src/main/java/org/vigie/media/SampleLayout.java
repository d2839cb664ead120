package org.vigie.media;

import org.jspecify.annotations.Nullable;

/// How samples lie in a row of a file, for the formats that pack them plainly.
///
/// One sample of 1, 2, 4, 8 or 16 bits is grey or a palette index; three or more of 8 or 16 bits
/// begin with red, green and blue; two are grey and alpha. Samples after the colours are skipped.
///
/// @param bits of one sample; several samples a pixel have 8 or 16
/// @param samples of one pixel, at least 1
/// @param highByte the position of the high byte of 16 bits: 0 or 1
/// @param inverted whether 0 is white
/// @param palette the colours that single samples index; empty for grey
/// @param alpha which sample of a pixel the colours are stored multiplied by, or -1
record SampleLayout(
    int bits,
    int samples,
    int highByte,
    boolean inverted,
    @Nullable Palette palette,
    int alpha) {
  private static final int NO_ALPHA = -1;

  /// Returns the layout of big-endian grey or colour samples.
  static SampleLayout of(int bits, int samples) {
    return new SampleLayout(bits, samples, 0, false, null, NO_ALPHA);
  }

  /// Returns the layout of palette indices.
  static SampleLayout indexed(int bits, Palette palette) {
    return new SampleLayout(bits, 1, 0, false, palette, NO_ALPHA);
  }

  /// Returns the bytes of a pixel in a plane.
  int planeSamples() {
    return samples < 3 ? 1 : 3;
  }

  /// Returns the whole bytes of a row of the file.
  long rowBytes(long width) {
    return Math.ceilDiv(width * samples * bits, Byte.SIZE);
  }

  /// Returns the sample of 8 bits or fewer that pixel `x` of a row has, grey stretched to 0..255.
  byte sample(byte[] row, int from, int x, int channel) {
    int value;
    if (alpha != NO_ALPHA) {
      value = divided(row, from, x, channel);
    } else if (bits == 16) {
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

  /// Undoes the multiplication by alpha. A colour above its alpha is full, and where alpha is 0 the
  /// colour is unchanged.
  private int divided(byte[] row, int from, int x, int channel) {
    int most = (1 << bits) - 1;
    int opacity = whole(row, from, x, alpha);
    int colour = whole(row, from, x, channel);
    long value = opacity == 0 ? colour : Math.min(most, (long) colour * most / opacity);
    return (int) (value >> bits - Byte.SIZE);
  }

  /// Returns a sample of 8 or 16 bits in full.
  private int whole(byte[] row, int from, int x, int sample) {
    if (bits == Byte.SIZE) {
      return row[from + x * samples + sample] & 0xff;
    }
    int at = from + 2 * (x * samples + sample);
    return (row[at + highByte] & 0xff) << Byte.SIZE | row[at + 1 - highByte] & 0xff;
  }
}
