package org.vigie.fingerprint;

import java.util.Arrays;

/// Scales a picture to 64x64 as PDQ does, strip by strip.
///
/// ```
/// plane -> strip -> rows box -> ring -> columns box -> strip -> rows box, 64 columns kept
///                                    -> ring -> columns box, 64 rows kept -> image
/// ```
///
/// Holds two strips of rows and the rows that the windows still need, never the picture: memory
/// grows with `width * window`. Source: `docs/formats/pdq.md` §2.
final class Downsampler {
  private static final int SIDE = PdqKernel.SIDE;

  /// Wider pictures are taken one row at a time: strips of them would be large.
  private static final int WIDEST_STRIP = 1 << 16;

  /// The most floats kept for the next picture.
  private static final long KEPT = 1 << 23;

  private final PdqKernel kernel;
  private final BoxFilter across = new BoxFilter();
  private final BoxFilter down = new BoxFilter();
  private final int[] columns = new int[SIDE];
  private final float[] lastRow = new float[SIDE];
  private ColumnBox first;
  private ColumnBox second;
  private float[] samples = {};
  private float[] blurred = {};
  private int stripRows;
  private int stride;
  private int kept;
  private int imageRows;

  Downsampler(PdqKernel kernel) {
    this.kernel = kernel;
    first = new ColumnBox(kernel);
    second = new ColumnBox(kernel);
  }

  /// Scales a picture.
  ///
  /// @param image receives the 64 rows of 64
  void downsample(LumaPlane plane, float[] image) {
    begin(plane.width(), plane.height());
    try {
      readAll(plane, image);
    } finally {
      end();
    }
  }

  /// A plane may end this at any row by throwing.
  private void readAll(LumaPlane plane, float[] image) {
    for (int y = 0; y < down.length(); y += stripRows) {
      readStrip(plane, y, image);
    }
    for (int y = down.length(); y < down.length() + down.half() - 1; y++) {
      firstStep(y, image);
    }
  }

  private void begin(int width, int height) {
    across.fit(width);
    down.fit(height);
    stripRows = width <= WIDEST_STRIP ? kernel.lanes() : 1;
    stride = Math.addExact(width, across.window() + across.half() + kernel.lanes());
    samples = zeroMargins(samples);
    blurred = zeroMargins(blurred);
    kept = Math.min(width, SIDE);
    for (int k = 0; k < kept; k++) {
      columns[k] = width < SIDE ? k : nearest(k, width);
    }
    first.begin(width, roundUp(width), stripRows, down);
    second.begin(kept, roundUp(kept), stripRows, down);
    imageRows = 0;
  }

  private float[] zeroMargins(float[] strip) {
    int floats = Math.multiplyExact(stride, stripRows);
    float[] fitting = strip.length < floats ? new float[floats] : strip;
    for (int at = 0; at < floats; at += stride) {
      Arrays.fill(fitting, at, at + across.window(), 0);
      Arrays.fill(fitting, at + across.window() + across.length(), at + stride, 0);
    }
    return fitting;
  }

  private void readStrip(LumaPlane plane, int y, float[] image) {
    int rows = Math.min(stripRows, down.length() - y);
    for (int row = 0; row < rows; row++) {
      plane.readRow(y + row, samples, row * stride + across.window());
    }
    if (stripRows == 1) {
      kernel.boxRow(samples, across, first.ring(), first.slot(y));
    } else {
      kernel.boxRows(samples, stride, across, first.ring(), first.slot(y), first.stride());
    }
    for (int row = 0; row < rows; row++) {
      firstStep(y + row, image);
    }
  }

  private void firstStep(int y, float[] image) {
    int o = Math.max(0, y - down.half() + 1);
    int row = o % stripRows;
    first.step(y, down, blurred, row * stride + across.window());
    boolean real = y >= down.half() - 1;
    if (real && (row == stripRows - 1 || o == down.length() - 1)) {
      blurStrip(o - row, row + 1, image);
    }
  }

  private void blurStrip(int y, int rows, float[] image) {
    int slot = second.slot(y);
    if (stripRows == 1) {
      kernel.boxRowAt(blurred, across, columns, kept, second.ring(), slot);
    } else {
      kernel.boxRowsAt(
          blurred, stride, across, columns, kept, second.ring(), slot, second.stride());
    }
    int end = y + rows == down.length() ? down.length() + down.half() - 1 : y + rows;
    for (int step = y; step < end; step++) {
      second.step(step, down, lastRow, 0);
      keepRow(step - down.half() + 1, image);
    }
  }

  private void keepRow(int y, float[] image) {
    while (imageRows < SIDE && nearest(imageRows, down.length()) == y) {
      for (int j = 0; j < SIDE; j++) {
        image[imageRows * SIDE + j] = lastRow[kept < SIDE ? nearest(j, kept) : j];
      }
      imageRows++;
    }
  }

  /// Lets go of a workspace that only a monstrous picture needs.
  private void end() {
    if (samples.length + blurred.length + first.size() + second.size() > KEPT) {
      samples = new float[0];
      blurred = new float[0];
      first = new ColumnBox(kernel);
      second = new ColumnBox(kernel);
    }
  }

  private int roundUp(int n) {
    return stripRows == 1 ? n : Math.ceilDiv(n, kernel.lanes()) * kernel.lanes();
  }

  /// Returns the sample nearest to the centre of part `i` of 64.
  private static int nearest(int i, int length) {
    return (int) ((i + 0.5) * length / SIDE);
  }
}
