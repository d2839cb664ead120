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

  private IndexedPlane(PictureSize size, byte[] indices, Palette palette) {
    this.width = size.columns();
    this.height = size.rows();
    this.indices = indices;
    this.palette = palette;
  }

  /// Returns the plane of a picture.
  ///
  /// @throws UndecodableException if none of the pixels has a colour: it would be black, which
  ///     the file does not say
  static LumaPlane of(PictureSize size, byte[] indices, Palette palette)
      throws UndecodableException {
    for (byte index : indices) {
      if (palette.has(index)) {
        return new IndexedPlane(size, indices, palette);
      }
    }
    throw UndecodableException.malformed("no pixel has a colour of the palette");
  }

  /// Returns the plane of a picture whose pixels must all have a colour.
  static LumaPlane complete(PictureSize size, byte[] indices, Palette palette)
      throws UndecodableException {
    for (byte index : indices) {
      UndecodableException.check(palette.has(index), "a pixel has no colour in the palette");
    }
    return new IndexedPlane(size, indices, palette);
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
