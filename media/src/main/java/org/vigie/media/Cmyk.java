package org.vigie.media;

import java.awt.image.Raster;
import org.vigie.fingerprint.LumaPlane;

/// Ink to light, without colour profiles: each ink takes its share, black the same of all.
final class Cmyk {
  private Cmyk() {}

  /// Converts four bands.
  ///
  /// @param ycck whether the first three are luma and chroma of the inks' complements
  /// @param inverted whether 255 means no ink, as Adobe writes it
  static LumaPlane rgb(Raster raster, boolean ycck, boolean inverted) {
    int width = raster.getWidth();
    byte[] rgb = new byte[Math.multiplyExact(3, width * raster.getHeight())];
    int[] row = new int[4 * width];
    for (int y = 0, to = 0; y < raster.getHeight(); y++) {
      raster.getPixels(0, y, width, 1, row);
      for (int at = 0; at < row.length; at += 4, to += 3) {
        if (ycck) {
          toInks(row, at);
        }
        for (int channel = 0; channel < 3; channel++) {
          rgb[to + channel] = light(row[at + channel], row[at + 3], inverted);
        }
      }
    }
    return LumaPlane.ofRgb(width, raster.getHeight(), rgb);
  }

  private static byte light(int ink, int black, boolean inverted) {
    return (byte) ((inverted ? ink * black : (255 - ink) * (255 - black)) / 255);
  }

  /// Undoes JFIF's colour transform in place and takes the complement, as libjpeg does.
  private static void toInks(int[] row, int at) {
    double luma = row[at];
    double blue = row[at + 1] - 128;
    double red = row[at + 2] - 128;
    row[at] = complement(luma + 1.402 * red);
    row[at + 1] = complement(luma - 0.344136 * blue - 0.714136 * red);
    row[at + 2] = complement(luma + 1.772 * blue);
  }

  private static int complement(double value) {
    return 255 - Math.clamp(Math.round(value), 0, 255);
  }
}
