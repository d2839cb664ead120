package org.vigie.media;

import static org.vigie.media.UndecodableException.check;
import static org.vigie.media.UndecodableException.need;

/// The headers of a BMP: OS/2's of 12 bytes, or any of Windows' from 40 bytes on.
record BmpHeader(FileBytes file, long length) {
  static final int RGB = 0;
  static final int RLE8 = 1;
  static final int RLE4 = 2;
  static final int BIT_FIELDS = 3;

  private static final int CORE = 12;
  private static final int INFO = 40;
  private static final int FILE_HEADER = 14;
  private static final int MASKS = 54;

  static BmpHeader read(byte[] bytes) throws UndecodableException {
    FileBytes file = FileBytes.littleEndian(bytes);
    long length = file.u32(FILE_HEADER);
    need(length == CORE || length >= INFO, "this BMP header is not read");
    file.require(FILE_HEADER, length, "the header");
    return new BmpHeader(file, length);
  }

  private boolean isCore() {
    return length == CORE;
  }

  PictureSize size() throws UndecodableException {
    if (isCore()) {
      return new PictureSize(file.u16(18), file.u16(20));
    }
    check(file.s32(18) >= 0, "the header states a negative width");
    return new PictureSize(file.s32(18), Math.abs((long) file.s32(22)));
  }

  boolean isTopDown() throws UndecodableException {
    return !isCore() && file.s32(22) < 0;
  }

  int bits() throws UndecodableException {
    return file.u16(isCore() ? 24 : 28);
  }

  /// Returns one of the four compressions above; pictures in pictures (JPEG, PNG) are refused.
  int compression() throws UndecodableException {
    long compression = isCore() ? RGB : file.u32(30);
    need(compression <= BIT_FIELDS, "this BMP compression is not read");
    return (int) compression;
  }

  long pixels() throws UndecodableException {
    long at = file.u32(10);
    check(at >= FILE_HEADER + length, "the pixels begin inside the header");
    return at;
  }

  /// Returns the colours, as many as are stated and stand before the pixels.
  Palette palette() throws UndecodableException {
    int step = isCore() ? 3 : 4;
    long from = FILE_HEADER + length;
    long stated = isCore() ? 0 : file.u32(46);
    long count = stated == 0 ? 1L << bits() : Math.min(stated, 1L << bits());
    return Palette.bgr(file, from, (int) Math.min(count, (pixels() - from) / step), step);
  }

  /// Returns the channel masks of pixels of 16, 24 or 32 bits.
  BmpMasks masks() throws UndecodableException {
    if (compression() == BIT_FIELDS) {
      return new BmpMasks(file.u32(MASKS), file.u32(MASKS + 4), file.u32(MASKS + 8));
    }
    return bits() == 16 ? new BmpMasks(0x7c00, 0x3e0, 0x1f) : new BmpMasks(0xff0000, 0xff00, 0xff);
  }
}
