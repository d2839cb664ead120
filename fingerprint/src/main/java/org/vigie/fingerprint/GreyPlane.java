package org.vigie.fingerprint;

import java.util.Objects;

/// A [LumaPlane] over grey bytes.
final class GreyPlane implements LumaPlane {
  private static final LumaKernel KERNEL = LumaKernel.preferred();

  private final int width;
  private final int height;
  private final byte[] grey;

  GreyPlane(int width, int height, byte[] grey) {
    PlaneSize.check(width, height, 1, grey.length);
    this.width = width;
    this.height = height;
    this.grey = grey;
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
    KERNEL.readGrey(grey, Objects.checkIndex(y, height) * width, samples, offset, width);
  }
}
