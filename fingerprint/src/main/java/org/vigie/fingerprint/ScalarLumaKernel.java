package org.vigie.fingerprint;

/// The luma kernel for every JVM.
final class ScalarLumaKernel implements LumaKernel {
  @Override
  public void readGrey(byte[] grey, int at, float[] samples, int offset, int width) {
    for (int x = 0; x < width; x++) {
      samples[offset + x] = grey[at + x] & 0xff;
    }
  }

  @Override
  public void readRgb(byte[] rgb, int at, float[] samples, int offset, int width) {
    for (int x = 0, from = at; x < width; x++, from += 3) {
      int red = rgb[from] & 0xff;
      int green = rgb[from + 1] & 0xff;
      int blue = rgb[from + 2] & 0xff;
      samples[offset + x] = RED * red + GREEN * green + BLUE * blue;
    }
  }
}
