package org.vigie.media;

import static org.vigie.media.UndecodableException.check;
import static org.vigie.media.UndecodableException.need;

/// How a TIFF cuts its picture: into strips, which are tiles as wide as the picture, or into
/// tiles.
///
/// @param width columns of a segment, the last in a row padded
/// @param height rows of a segment; the last strip has only the remaining rows, the last tile is
///     padded
/// @param tiles whether they are tiles
record TiffSegments(
    TiffDirectory directory, PictureSize picture, long width, long height, boolean tiles) {
  /// The most pixels that the padding of tiles may add.
  private static final long MAX_PADDING = 1 << 24;

  /// As many as the tallest picture has rows, so that each of them may be a strip.
  private static final long MOST_SEGMENTS = PictureLimits.MOST_SIDE;

  /// Eight bytes, four samples of 16 bits, for each of a hundred million pixels.
  private static final long MOST_BYTES = 800_000_000;

  static TiffSegments of(TiffDirectory directory) throws UndecodableException {
    boolean tiles = directory.has(TiffDirectory.TILE_WIDTH);
    PictureSize picture = directory.size();
    long width = tiles ? directory.required(TiffDirectory.TILE_WIDTH, 0) : picture.width();
    long height = tiles
        ? directory.required(TiffDirectory.TILE_HEIGHT, 0)
        : Math.min(
            picture.height(), directory.value(TiffDirectory.ROWS_PER_STRIP, picture.height()));
    check(width > 0 && height > 0, "a strip or tile has no pixels");
    TiffSegments segments = new TiffSegments(directory, picture, width, height, tiles);
    segments.verify();
    return segments;
  }

  /// Refuses tiles so much larger than their picture that unpacking them would be the whole work.
  private void verify() throws UndecodableException {
    need(across() * down() <= MOST_SEGMENTS, "so many strips or tiles are not read");
    PictureSize padded = new PictureSize(across() * width, down() * height);
    need(
        !tiles || padded.pixels() <= 4 * picture.pixels() + MAX_PADDING,
        "the tiles are much larger than the picture");
    check(
        directory.count(offsets()) >= across() * down()
            && directory.count(lengths()) >= across() * down(),
        "there are fewer strips or tiles than the picture needs");
  }

  /// Refuses more bytes than any picture of the usual samples unpacks to.
  void verifyBytes(SampleLayout layout) throws UndecodableException {
    long rows = tiles ? down() * height : picture.height();
    need(
        layout.rowBytes(width) * across() * rows <= MOST_BYTES,
        "so many bytes of samples are not read");
  }

  long across() {
    return Math.ceilDiv(picture.width(), width);
  }

  long down() {
    return Math.ceilDiv(picture.height(), height);
  }

  /// Returns the number of rows that a segment stores.
  long storedRows(long row) {
    return tiles ? height : Math.min(height, picture.height() - row * height);
  }

  /// Returns the offset of a segment's bytes.
  long offset(long column, long row) throws UndecodableException {
    return directory.required(offsets(), row * across() + column);
  }

  /// Returns the length of a segment in bytes, all inside the file.
  long length(long column, long row) throws UndecodableException {
    long length = directory.required(lengths(), row * across() + column);
    directory.file().require(offset(column, row), length, "a strip or tile");
    return length;
  }

  private int offsets() {
    return tiles ? TiffDirectory.TILE_OFFSETS : TiffDirectory.STRIP_OFFSETS;
  }

  private int lengths() {
    return tiles ? TiffDirectory.TILE_LENGTHS : TiffDirectory.STRIP_LENGTHS;
  }
}
