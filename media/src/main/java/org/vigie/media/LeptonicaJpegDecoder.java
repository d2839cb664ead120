package org.vigie.media;

import static org.vigie.media.UndecodableException.check;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.leptonica.PIX;
import org.bytedeco.leptonica.global.leptonica;
import org.vigie.fingerprint.LumaPlane;

/// libjpeg-turbo, as leptonica carries it: luma only, scaled down in the transform itself.
///
/// A warning of libjpeg means that a part of the picture is grey or shifted, so the file counts as
/// malformed; leptonica itself refuses such pictures. Two cases that are common and harmless raise
/// none: padding after the last scan of a sequential file, and everything that [JpegFile] leaves
/// out. libjpeg writes one line to the process's standard error for a file that it warns of; it
/// names the rule that was broken, never content.
///
/// Threads: any; a picture's native memory belongs to the call.
final class LeptonicaJpegDecoder implements JpegDecoder {
  /// Whether the native library is there for this platform.
  static final boolean AVAILABLE = load();

  private static boolean load() {
    try {
      Loader.load(leptonica.class);
      leptonica.setMsgSeverity(leptonica.L_SEVERITY_NONE);
      return true;
    } catch (LinkageError e) {
      return false;
    }
  }

  @Override
  public LumaPlane decode(JpegFile jpeg) throws UndecodableException {
    byte[] bytes = jpeg.bytes();
    int hint = jpeg.isCmyk() ? 0 : leptonica.L_JPEG_READ_LUMINANCE;
    int[] warnings = new int[1];
    PIX pix = leptonica.pixReadMemJpeg(bytes, bytes.length, 0, jpeg.reduction(), warnings, hint);
    check(pix != null, "libjpeg refused the file");
    try {
      check(warnings[0] == 0, "libjpeg found the picture damaged");
      return plane(pix, jpeg);
    } finally {
      leptonica.pixDestroy(pix);
    }
  }

  private static LumaPlane plane(PIX pix, JpegFile jpeg) throws UndecodableException {
    int width = leptonica.pixGetWidth(pix);
    int height = leptonica.pixGetHeight(pix);
    check(
        width == Math.ceilDiv(jpeg.width(), jpeg.reduction())
            && height == Math.ceilDiv(jpeg.height(), jpeg.reduction()),
        "libjpeg found another size than the frame says");
    check(leptonica.pixGetDepth(pix) == (jpeg.isCmyk() ? 32 : 8), "libjpeg gave another depth");
    return jpeg.isCmyk() ? colour(pix, width, height) : grey(pix, width, height);
  }

  /// leptonica keeps samples from the high to the low end of 32-bit words, rows padded to words;
  /// after the swap they lie in memory in order.
  private static LumaPlane grey(PIX pix, int width, int height) {
    leptonica.pixEndianByteSwap(pix);
    byte[] grey = new byte[width * height];
    long rowBytes = 4L * leptonica.pixGetWpl(pix);
    BytePointer samples = new BytePointer(leptonica.pixGetData(pix));
    for (int y = 0; y < height; y++) {
      samples.position(y * rowBytes).get(grey, y * width, width);
    }
    return LumaPlane.ofGrey(width, height, grey);
  }

  private static LumaPlane colour(PIX pix, int width, int height) {
    leptonica.pixEndianByteSwap(pix);
    byte[] rgb = new byte[3 * width * height];
    byte[] row = new byte[4 * width];
    BytePointer samples = new BytePointer(leptonica.pixGetData(pix));
    for (int y = 0, to = 0; y < height; y++) {
      samples.position(4L * leptonica.pixGetWpl(pix) * y).get(row, 0, row.length);
      for (int x = 0; x < row.length; x += 4, to += 3) {
        System.arraycopy(row, x, rgb, to, 3);
      }
    }
    return LumaPlane.ofRgb(width, height, rgb);
  }

  @Override
  public String toString() {
    return "libjpeg-turbo (leptonica " + leptonica.LIBLEPT_MAJOR_VERSION + "."
        + leptonica.LIBLEPT_MINOR_VERSION + ")";
  }
}
