package org.vigie.media;

/// Which bits of a pixel are its red, green and blue.
record BmpMasks(long red, long green, long blue) {
  /// Refuses masks that are empty or have gaps.
  void verify() throws UndecodableException {
    for (long mask : new long[] {red, green, blue}) {
      long ones = mask >>> Long.numberOfTrailingZeros(mask);
      UndecodableException.check(mask != 0 && (ones & ones + 1) == 0, "a channel mask has gaps");
    }
  }

  /// Writes the three channels of a pixel, stretched to 0..255.
  void split(long pixel, byte[] rgb, int at) {
    rgb[at] = channel(pixel, red);
    rgb[at + 1] = channel(pixel, green);
    rgb[at + 2] = channel(pixel, blue);
  }

  private static byte channel(long pixel, long mask) {
    int shift = Long.numberOfTrailingZeros(mask);
    long most = mask >>> shift;
    return (byte) ((((pixel & mask) >>> shift) * 255 + most / 2) / most);
  }
}
