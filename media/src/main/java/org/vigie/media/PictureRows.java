package org.vigie.media;

import org.vigie.fingerprint.LumaPlane;

/// A picture under construction, row by row.
final class PictureRows {
  private final PictureSize size;
  private final int width;
  private final SampleLayout layout;
  private final byte[] samples;

  PictureRows(PictureSize size, SampleLayout layout) {
    this.size = size;
    this.width = size.columns();
    this.layout = layout;
    this.samples = new byte[Math.toIntExact(size.pixels() * layout.planeSamples())];
  }

  /// Takes pixels of one row: the first goes to column `x`, each next one `step` columns further.
  ///
  /// @param row bytes in which pixels lie as the layout says
  /// @param from where in `row` the first pixel begins
  void put(int y, int x, int step, int count, byte[] row, int from) {
    int channels = layout.planeSamples();
    int to = (y * width + x) * channels;
    for (int i = 0; i < count; i++, to += step * channels) {
      for (int channel = 0; channel < channels; channel++) {
        samples[to + channel] = layout.sample(row, from, i, channel);
      }
    }
  }

  /// Returns the samples, which are palette indices if the layout says so; not a copy.
  byte[] samples() {
    return samples;
  }

  LumaPlane plane() throws UndecodableException {
    Palette palette = layout.palette();
    if (palette != null) {
      return IndexedPlane.of(size, samples, palette);
    }
    return layout.planeSamples() == 1
        ? LumaPlane.ofGrey(width, size.rows(), samples)
        : LumaPlane.ofRgb(width, size.rows(), samples);
  }
}
