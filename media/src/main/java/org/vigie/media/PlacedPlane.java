package org.vigie.media;

import java.util.Arrays;
import java.util.Objects;
import org.vigie.fingerprint.LumaPlane;

/// A [LumaPlane] that shows another one on a larger canvas of one brightness, so that a canvas
/// costs no memory.
///
/// Threads: any.
final class PlacedPlane implements LumaPlane {
  private final int width;
  private final int height;
  private final int left;
  private final int top;
  private final LumaPlane frame;
  private final float background;

  private PlacedPlane(PictureSize canvas, int left, int top, LumaPlane frame, float background) {
    this.width = canvas.columns();
    this.height = canvas.rows();
    this.left = left;
    this.top = top;
    this.frame = frame;
    this.background = background;
  }

  /// Returns the frame on its canvas, which is the frame itself if it covers all.
  ///
  /// @throws UndecodableException if the frame reaches beyond the canvas
  static LumaPlane place(PictureSize canvas, int left, int top, LumaPlane frame, float background)
      throws UndecodableException {
    checkFits(canvas, left, top, new PictureSize(frame.width(), frame.height()));
    return frame.width() == canvas.width() && frame.height() == canvas.height()
        ? frame
        : new PlacedPlane(canvas, left, top, frame, background);
  }

  /// Refuses a frame that has no pixels or reaches beyond its canvas.
  static void checkFits(PictureSize canvas, int left, int top, PictureSize frame)
      throws UndecodableException {
    UndecodableException.check(
        frame.pixels() > 0
            && left + frame.width() <= canvas.width()
            && top + frame.height() <= canvas.height(),
        "the first frame does not lie within the canvas");
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
    Objects.checkIndex(y, height);
    Objects.checkFromIndexSize(offset, width, samples.length);
    Arrays.fill(samples, offset, offset + width, background);
    if (y >= top && y < top + frame.height()) {
      frame.readRow(y - top, samples, offset + left);
    }
  }
}
