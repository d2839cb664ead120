package org.vigie.fingerprint;

import java.util.Objects;

/// A [LumaPlane] over interleaved red, green and blue bytes.
final class RgbPlane implements LumaPlane {
  private static final LumaKernel KERNEL = LumaKernel.preferred();

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
    KERNEL.readRgb(rgb, Objects.checkIndex(y, height) * width * 3, samples, offset, width);
  }
}
