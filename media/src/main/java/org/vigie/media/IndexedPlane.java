package org.vigie.media;

import java.util.Objects;
import org.vigie.fingerprint.LumaPlane;

/// A [LumaPlane] over palette indices, one byte each, row after row; the array is not copied.
///
/// Threads: any.
final class IndexedPlane implements LumaPlane {
  private final int width;
  private final int height;
  private final byte[] indices;
  private final Palette palette;

  IndexedPlane(int width, int height, byte[] indices, Palette palette) {
    this.width = width;
    this.height = height;
    this.indices = indices;
    this.palette = palette;
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
    int from = Objects.checkIndex(y, height) * width;
    for (int x = 0; x < width; x++) {
      samples[offset + x] = palette.luma(indices[from + x]);
    }
  }
}
