package org.vigie.media;

import static org.vigie.media.UndecodableException.check;

/// Unpacks the strips or tiles of a TIFF into rows.
///
/// Strips that share bytes are refused: each could then make all of the file its input.
record TiffUnpacking(
    TiffSegments segments,
    SampleLayout layout,
    TiffUnpacker unpacker,
    PictureRows rows,
    Progress progress) {
  void all() throws UndecodableException {
    long input = 0;
    for (long row = 0; row < segments.down(); row++) {
      for (long column = 0; column < segments.across(); column++) {
        input += segments.length(column, row);
        progress.row();
        check(input <= file().length(), "strips or tiles share their bytes");
        put(column, row);
      }
    }
  }

  private void put(long column, long row) throws UndecodableException {
    byte[] bytes = unpack(column, row);
    int rowBytes = (int) layout.rowBytes(segments.width());
    PictureSize picture = segments.picture();
    int x = (int) (column * segments.width());
    int y = (int) (row * segments.height());
    int count = (int) Math.min(segments.width(), picture.width() - x);
    int rowCount = (int) Math.min(segments.storedRows(row), picture.height() - y);
    for (int i = 0; i < rowCount; i++) {
      progress.row();
      rows.put(y + i, x, 1, count, bytes, i * rowBytes);
    }
  }

  private byte[] unpack(long column, long row) throws UndecodableException {
    long rowBytes = layout.rowBytes(segments.width());
    byte[] bytes = unpacker.unpack(
        file(),
        segments.offset(column, row),
        segments.length(column, row),
        rowBytes * segments.storedRows(row));
    if (segments.directory().value(TiffDirectory.PREDICTOR, 1) == 2) {
      TiffPredictor.undo(bytes, (int) rowBytes, layout);
    }
    return bytes;
  }

  private FileBytes file() {
    return segments.directory().file();
  }
}
