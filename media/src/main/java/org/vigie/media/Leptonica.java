package org.vigie.media;

import static org.vigie.media.UndecodableException.check;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.leptonica.PIX;
import org.bytedeco.leptonica.global.leptonica;
import org.vigie.fingerprint.LumaPlane;

/// The native library that carries libjpeg-turbo and libwebp.
///
/// It and the libraries in it are set to write no messages. Threads: any; a picture's native memory
/// belongs to the call that made it.
final class Leptonica {
  /// Whether the library is there for this platform.
  static final boolean AVAILABLE = load();

  private Leptonica() {}

  private static boolean load() {
    try {
      Loader.load(leptonica.class);
      leptonica.setMsgSeverity(leptonica.L_SEVERITY_NONE);
      CStandardError.silence();
      return true;
    } catch (LinkageError e) {
      return false;
    }
  }

  /// Turns a picture of 8 bits (grey) or 32 bits (colour, alpha ignored) into a plane.
  ///
  /// @throws UndecodableException if it has another size or depth than expected
  static LumaPlane plane(PIX pix, PictureSize size, int depth, Progress progress)
      throws UndecodableException {
    int width = size.columns();
    int height = size.rows();
    check(
        leptonica.pixGetWidth(pix) == width && leptonica.pixGetHeight(pix) == height,
        "the decoder found another size than the header says");
    check(leptonica.pixGetDepth(pix) == depth, "the decoder found other samples than expected");
    progress.row();
    leptonica.pixEndianByteSwap(pix);
    return depth == Byte.SIZE
        ? grey(pix, width, height, progress)
        : colour(pix, width, height, progress);
  }

  /// leptonica keeps samples from the high to the low end of 32-bit words, rows padded to words;
  /// after the swap they lie in memory in order.
  private static LumaPlane grey(PIX pix, int width, int height, Progress progress) {
    byte[] grey = new byte[width * height];
    long rowBytes = 4L * leptonica.pixGetWpl(pix);
    BytePointer samples = new BytePointer(leptonica.pixGetData(pix));
    for (int y = 0; y < height; y++) {
      progress.row();
      samples.position(y * rowBytes).get(grey, y * width, width);
    }
    return LumaPlane.ofGrey(width, height, grey);
  }

  private static LumaPlane colour(PIX pix, int width, int height, Progress progress) {
    byte[] rgb = new byte[Math.multiplyExact(3, width * height)];
    byte[] row = new byte[4 * width];
    long rowBytes = 4L * leptonica.pixGetWpl(pix);
    BytePointer samples = new BytePointer(leptonica.pixGetData(pix));
    for (int y = 0, to = 0; y < height; y++) {
      progress.row();
      samples.position(y * rowBytes).get(row, 0, row.length);
      for (int x = 0; x < row.length; x += 4, to += 3) {
        rgb[to] = row[x];
        rgb[to + 1] = row[x + 1];
        rgb[to + 2] = row[x + 2];
      }
    }
    return LumaPlane.ofRgb(width, height, rgb);
  }

  /// Returns the library's name and version.
  static String version() {
    return "leptonica " + leptonica.LIBLEPT_MAJOR_VERSION + "." + leptonica.LIBLEPT_MINOR_VERSION;
  }
}
