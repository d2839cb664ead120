package org.vigie.media;

/// Undoes horizontal differencing: samples are stored as differences to their left neighbour
/// (TIFF 6.0, §14).
final class TiffPredictor {
  private TiffPredictor() {}

  static void undo(byte[] rows, int rowBytes, SampleLayout layout) {
    for (int from = 0; from < rows.length; from += rowBytes) {
      if (layout.bits() == 8) {
        undoBytes(rows, from, rowBytes, layout.samples());
      } else {
        undoShorts(rows, from, rowBytes, layout);
      }
    }
  }

  private static void undoBytes(byte[] rows, int from, int rowBytes, int samples) {
    for (int i = from + samples; i < from + rowBytes; i++) {
      rows[i] += rows[i - samples];
    }
  }

  private static void undoShorts(byte[] rows, int from, int rowBytes, SampleLayout layout) {
    int high = layout.highByte();
    int low = 1 - high;
    int back = 2 * layout.samples();
    for (int i = from + back; i < from + rowBytes; i += 2) {
      int sum =
          value(rows[i + high], rows[i + low]) + value(rows[i - back + high], rows[i - back + low]);
      rows[i + high] = (byte) (sum >> Byte.SIZE);
      rows[i + low] = (byte) sum;
    }
  }

  private static int value(byte high, byte low) {
    return (high & 0xff) << Byte.SIZE | low & 0xff;
  }
}
