package org.vigie.media;

import static org.vigie.media.UndecodableException.check;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import org.bytedeco.leptonica.PIX;
import org.bytedeco.leptonica.global.leptonica;
import org.vigie.fingerprint.LumaPlane;

/// libjpeg-turbo, as leptonica carries it: luma only, scaled down in the transform itself.
///
/// A warning of libjpeg means that a part of the picture is grey or shifted, so the file counts as
/// malformed. Two cases that are common and harmless raise none: padding after the last scan of a
/// sequential file, and everything that [JpegFile] leaves out. The line that libjpeg would print
/// for a file that it warns of goes nowhere: [CStandardError].
final class LeptonicaJpegDecoder implements JpegDecoder {
  @Override
  public boolean reduces() {
    return true;
  }

  @Override
  public LumaPlane decode(JpegFile jpeg, Progress progress) throws UndecodableException {
    ByteBuffer bytes = jpeg.bytes().asByteBuffer();
    int hint = jpeg.isCmyk() ? 0 : leptonica.L_JPEG_READ_LUMINANCE;
    int reduction = jpeg.reduction();
    progress.row();
    IntBuffer warnings = IntBuffer.allocate(1);
    PIX pix = leptonica.pixReadMemJpeg(bytes, bytes.limit(), 0, reduction, warnings, hint);
    check(pix != null, "libjpeg found the picture damaged");
    try {
      check(warnings.get(0) == 0, "libjpeg found the picture damaged");
      return Leptonica.plane(
          pix,
          new PictureSize(
              Math.ceilDiv(jpeg.width(), reduction), Math.ceilDiv(jpeg.height(), reduction)),
          jpeg.isCmyk() ? Integer.SIZE : Byte.SIZE,
          progress);
    } finally {
      leptonica.pixDestroy(pix);
    }
  }

  @Override
  public String toString() {
    return "libjpeg-turbo in " + Leptonica.version();
  }
}
