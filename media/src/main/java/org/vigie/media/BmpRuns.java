package org.vigie.media;

import static org.vigie.media.UndecodableException.check;

/// Unpacks BMP's run-length codes of 4 and 8 bits.
///
/// Pixels that the codes skip have index 0. The data end when every pixel was written, else with
/// the end-of-bitmap code: without it, skipped and missing pixels look the same.
final class BmpRuns {
  private static final int END_OF_LINE = 0;
  private static final int END_OF_BITMAP = 1;
  private static final int DELTA = 2;

  private final FileBytes file;
  private final int width;
  private final int height;
  private final boolean nibbles;
  private final byte[] indices;
  private long at;
  private long x;
  private long line;
  private int missing;

  private BmpRuns(BmpHeader header, PictureSize size) throws UndecodableException {
    this.file = header.file();
    this.at = header.pixels();
    this.nibbles = header.compression() == BmpHeader.RLE4;
    this.width = size.columns();
    this.height = size.rows();
    check(size.pixels() <= 255L * file.length(), "the file is too short to hold the picture");
    this.indices = new byte[Math.toIntExact(size.pixels())];
    this.missing = indices.length;
  }

  /// Returns one index a pixel, top row first.
  static byte[] read(BmpHeader header, PictureSize size, Progress progress)
      throws UndecodableException {
    BmpRuns runs = new BmpRuns(header, size);
    while (runs.missing > 0 && runs.step()) {
      progress.step();
    }
    return runs.indices;
  }

  /// Does one code; false after the last.
  private boolean step() throws UndecodableException {
    int count = file.u8(at);
    int code = file.u8(at + 1);
    at += 2;
    if (count > 0) {
      repeat(count, code);
      return true;
    }
    switch (code) {
      case END_OF_LINE -> moveTo(0, line + 1);
      case END_OF_BITMAP -> {
        return false;
      }
      case DELTA -> {
        moveTo(x + file.u8(at), line + file.u8(at + 1));
        at += 2;
      }
      default -> copy(code);
    }
    return true;
  }

  private void repeat(int count, int value) throws UndecodableException {
    for (int i = 0; i < count; i++) {
      put(nibbles ? i % 2 == 0 ? value >> 4 : value & 15 : value);
    }
  }

  private void copy(int count) throws UndecodableException {
    int bytes = nibbles ? (count + 1) / 2 : count;
    for (int i = 0; i < count; i++) {
      int value = file.u8(at + (nibbles ? i / 2 : i));
      put(nibbles ? i % 2 == 0 ? value >> 4 : value & 15 : value);
    }
    at += bytes + bytes % 2;
  }

  private void moveTo(long toX, long toLine) throws UndecodableException {
    check(toX <= width && toLine <= height, "a run-length code leads out of the picture");
    x = toX;
    line = toLine;
  }

  private void put(int index) throws UndecodableException {
    check(x < width && line < height, "a run is longer than its row");
    indices[(int) ((height - 1 - line) * width + x++)] = (byte) index;
    missing--;
  }
}
