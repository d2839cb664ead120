package org.vigie.fingerprint;

import java.util.Objects;

/// A [LumaPlane] over interleaved red, green and blue bytes.
final class RgbPlane implements LumaPlane {
  private final int width;
  private final int height;
  private final byte[] rgb;

  RgbPlane(int width, int height, byte[] rgb) {
    PlaneSize.check(width, height, 3, rgb.length);
    this.width = width;
    this.height = height;
    this.rgb = rgb;
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public int height() {
    return height;
  }

  @Override
  public void readRow(int y, float[] samples, int offset) {
    int at = Objects.checkIndex(y, height) * width * 3;
    for (int x = 0; x < width; x++, at += 3) {
      samples[offset + x] = luma(rgb[at] & 0xff, rgb[at + 1] & 0xff, rgb[at + 2] & 0xff);
    }
  }

  /// Returns Rec. 601 luma; the order of the float operations is part of PDQ (`docs/formats/pdq.md`
  /// §1).
  static float luma(int red, int green, int blue) {
    return 0.299f * red + 0.587f * green + 0.114f * blue;
  }
}
