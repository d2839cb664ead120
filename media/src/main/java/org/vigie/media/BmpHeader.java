package org.vigie.media;

import static org.vigie.media.UndecodableException.check;
import static org.vigie.media.UndecodableException.need;

import java.lang.foreign.MemorySegment;

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

  static BmpHeader read(MemorySegment bytes) throws UndecodableException {
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

  /// Returns the offset of the pixels.
  ///
  /// Some programs state the offset of the palette instead. If the file is long enough for both,
  /// the palette comes first, as viewers read it.
  long pixels() throws UndecodableException {
    long at = file.u32(10);
    check(at >= FILE_HEADER + length + maskBytes(), "the pixels begin inside the header");
    return at == FILE_HEADER + length && bits() <= 8 ? behindPalette() : at;
  }

  private long behindPalette() throws UndecodableException {
    long at = FILE_HEADER + length + colours() * colourBytes();
    check(
        compression() == RGB && file.length() - at >= storedBytes(),
        "the pixels begin inside the palette");
    return at;
  }

  /// Masks behind the header; longer headers have them inside.
  private long maskBytes() throws UndecodableException {
    return length == INFO && compression() == BIT_FIELDS ? 3 * Integer.BYTES : 0;
  }

  /// Returns the bytes of a stored row, whole words.
  long stride() throws UndecodableException {
    return Math.ceilDiv(size().width() * bits(), Integer.SIZE) * Integer.BYTES;
  }

  /// Returns the bytes of all rows; the last one needs no padding.
  long storedBytes() throws UndecodableException {
    return stride() * (size().height() - 1) + Math.ceilDiv(size().width() * bits(), Byte.SIZE);
  }

  /// Returns the colours, as many as the header states and the space before the pixels holds.
  Palette palette() throws UndecodableException {
    long from = FILE_HEADER + length;
    long count = Math.min(colours(), (pixels() - from) / colourBytes());
    return Palette.bgr(file, from, (int) count, colourBytes());
  }

  private int colourBytes() {
    return isCore() ? 3 : 4;
  }

  private long colours() throws UndecodableException {
    long stated = isCore() ? 0 : file.u32(46);
    return stated == 0 ? 1L << bits() : Math.min(stated, 1L << bits());
  }

  /// Returns the channel masks of pixels of 16, 24 or 32 bits.
  BmpMasks masks() throws UndecodableException {
    if (compression() == BIT_FIELDS) {
      return new BmpMasks(file.u32(MASKS), file.u32(MASKS + 4), file.u32(MASKS + 8));
    }
    return bits() == 16 ? new BmpMasks(0x7c00, 0x3e0, 0x1f) : new BmpMasks(0xff0000, 0xff00, 0xff);
  }
}
