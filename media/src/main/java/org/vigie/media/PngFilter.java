package org.vigie.media;

import java.util.zip.DataFormatException;

/// Undoes the filters of PNG, row after row of one pass (§9).
final class PngFilter {
  private final int pixelBytes;
  private byte[] row;
  private byte[] above;

  PngFilter(int rowBytes, int pixelBytes) {
    this.pixelBytes = pixelBytes;
    this.row = new byte[rowBytes];
    this.above = new byte[rowBytes];
  }

  /// Returns the next row; it is valid until the next call.
  byte[] next(PngChunks.Inflation data) throws UndecodableException, DataFormatException {
    byte[] reused = above;
    above = row;
    row = reused;
    int filter = data.read();
    data.readFully(row);
    switch (filter) {
      case 0 -> {}
      case 1 -> sub();
      case 2 -> up();
      case 3 -> average();
      case 4 -> paeth();
      default -> throw UndecodableException.malformed("a row names an unknown filter");
    }
    return row;
  }

  private void sub() {
    for (int i = pixelBytes; i < row.length; i++) {
      row[i] += row[i - pixelBytes];
    }
  }

  private void up() {
    for (int i = 0; i < row.length; i++) {
      row[i] += above[i];
    }
  }

  private void average() {
    for (int i = 0; i < row.length; i++) {
      int left = i < pixelBytes ? 0 : row[i - pixelBytes] & 0xff;
      row[i] += (byte) (left + (above[i] & 0xff) >> 1);
    }
  }

  private void paeth() {
    for (int i = 0; i < row.length; i++) {
      int left = i < pixelBytes ? 0 : row[i - pixelBytes] & 0xff;
      int corner = i < pixelBytes ? 0 : above[i - pixelBytes] & 0xff;
      row[i] += (byte) nearest(left, above[i] & 0xff, corner);
    }
  }

  private static int nearest(int left, int above, int corner) {
    int toLeft = Math.abs(above - corner);
    int toAbove = Math.abs(left - corner);
    int toCorner = Math.abs(left + above - 2 * corner);
    if (toLeft <= toAbove && toLeft <= toCorner) {
      return left;
    }
    return toAbove <= toCorner ? above : corner;
  }
}
