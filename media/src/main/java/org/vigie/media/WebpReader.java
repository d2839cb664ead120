package org.vigie.media;

import static org.vigie.media.UndecodableException.check;
import static org.vigie.media.UndecodableException.need;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import org.bytedeco.leptonica.PIX;
import org.bytedeco.leptonica.global.leptonica;
import org.vigie.fingerprint.LumaPlane;

/// WebP: the first frame on its canvas, alpha ignored; the rest of the canvas is black.
///
/// libwebp decodes, as leptonica carries it, and gets a file with only that frame, whose size was
/// compared with its container's. There is no other decoder to fall back on: the one in Java takes
/// a second for half a megapixel, and its colours move the signal by 12 bits.
final class WebpReader implements PictureReader {
  private final boolean available;
  private final Progress progress;

  /// @param available whether the native library may be used
  WebpReader(boolean available, Progress progress) {
    this.available = available;
    this.progress = progress;
  }

  @Override
  public PictureSize size(MemorySegment file) throws UndecodableException {
    return WebpFrame.canvas(file);
  }

  /// libwebp's own copy, its output, leptonica's and ours do not all exist at the same time.
  @Override
  public long memory(MemorySegment file, PictureSize size) {
    return 11 * size.pixels() + 2 * file.byteSize();
  }

  @Override
  public LumaPlane read(MemorySegment file, PictureSize canvas) throws UndecodableException {
    need(available, "WebP is not read without the native library");
    WebpFrame frame = WebpFrame.first(file, canvas);
    return PlacedPlane.place(canvas, frame.left(), frame.top(), decode(frame), 0);
  }

  private LumaPlane decode(WebpFrame frame) throws UndecodableException {
    PIX pix = picture(frame);
    try {
      return Leptonica.plane(pix, frame.size(), Integer.SIZE, progress);
    } finally {
      leptonica.pixDestroy(pix);
    }
  }

  private PIX picture(WebpFrame frame) throws UndecodableException {
    try (Arena arena = Arena.ofConfined()) {
      ByteBuffer bytes = frame.bare(arena);
      progress.row();
      PIX pix = leptonica.pixReadMemWebP(bytes, bytes.limit());
      check(pix != null, "libwebp found the picture damaged");
      return pix;
    }
  }
}
