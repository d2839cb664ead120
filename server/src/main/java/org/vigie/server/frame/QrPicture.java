package org.vigie.server.frame;

import io.nayuki.qrcodegen.QrCode;

/// A QR code as the outline of an SVG picture.
///
/// @param size how many modules a side has, with the quiet zone of four around it
/// @param path of all dark modules, one unit each
public record QrPicture(int size, String path) {
  private static final int QUIET_ZONE = 4;

  /// Returns the picture of a text.
  public static QrPicture of(String text) {
    QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < code.size; y++) {
      for (int x = 0; x < code.size; x++) {
        if (code.getModule(x, y)) {
          path.append('M').append(x + QUIET_ZONE).append(' ').append(y + QUIET_ZONE);
          path.append("h1v1h-1z");
        }
      }
    }
    return new QrPicture(code.size + 2 * QUIET_ZONE, path.toString());
  }
}
