package org.vigie.media;

import java.awt.image.Raster;
import org.vigie.fingerprint.LumaPlane;

/// Planes of the rasters that ImageIO's readers return, without the colour conversions of its image
/// classes.
final class Rasters {
  private Rasters() {}

  /// Returns the first three bands, as red, green and blue.
  static LumaPlane rgb(Raster raster) {
    int width = raster.getWidth();
    int bands = raster.getNumBands();
    byte[] rgb = new byte[Math.multiplyExact(3, width * raster.getHeight())];
    int[] row = new int[width * bands];
    for (int y = 0, to = 0; y < raster.getHeight(); y++) {
      raster.getPixels(0, y, width, 1, row);
      for (int from = 0; from < row.length; from += bands, to += 3) {
        rgb[to] = (byte) row[from];
        rgb[to + 1] = (byte) row[from + 1];
        rgb[to + 2] = (byte) row[from + 2];
      }
    }
    return LumaPlane.ofRgb(width, raster.getHeight(), rgb);
  }

  /// Returns the first band, as grey.
  static LumaPlane grey(Raster raster) {
    int width = raster.getWidth();
    byte[] grey = new byte[width * raster.getHeight()];
    int[] row = new int[width];
    for (int y = 0, to = 0; y < raster.getHeight(); y++) {
      raster.getSamples(0, y, width, 1, 0, row);
      for (int sample : row) {
        grey[to++] = (byte) sample;
      }
    }
    return LumaPlane.ofGrey(width, raster.getHeight(), grey);
  }
}
