package org.vigie.media;

import static org.vigie.media.UndecodableException.check;

import java.lang.foreign.MemorySegment;
import org.vigie.fingerprint.LumaPlane;

/// GIF: the first frame on its canvas, transparency ignored.
///
/// The canvas is the logical screen, made larger where the frame reaches beyond it. The area
/// outside the frame has the background colour. Data after the pixels of the first frame is
/// ignored: end code, terminator and trailer may be missing. The JDK's reader is not used: it
/// silently leaves the rest of a frame black when the codes end early. Source: GIF89a
/// specification, CompuServe, 1990.
final class GifReader implements PictureReader {
  private static final int SCREEN = 6;
  private static final int AFTER_SCREEN = 13;
  private static final int EXTENSION = 0x21;
  private static final int IMAGE = 0x2c;
  private static final int HAS_TABLE = 0x80;
  private static final int INTERLACED = 0x40;

  /// First row and row step of the four passes (appendix E).
  private static final int[][] PASSES = {{0, 8}, {4, 8}, {2, 4}, {1, 2}};

  private final Progress progress;

  GifReader(Progress progress) {
    this.progress = progress;
  }

  @Override
  public PictureSize size(MemorySegment file) throws UndecodableException {
    FileBytes bytes = FileBytes.littleEndian(file);
    long at = frameAt(bytes);
    return new PictureSize(
        Math.max(bytes.u16(SCREEN), bytes.u16(at) + bytes.u16(at + 4)),
        Math.max(bytes.u16(SCREEN + 2), bytes.u16(at + 2) + bytes.u16(at + 6)));
  }

  @Override
  public long memory(MemorySegment file, PictureSize size) {
    return 2 * size.pixels();
  }

  @Override
  public LumaPlane read(MemorySegment file, PictureSize canvas) throws UndecodableException {
    FileBytes bytes = FileBytes.littleEndian(file);
    int flags = bytes.u8(SCREEN + 4);
    Palette palette = table(bytes, flags, AFTER_SCREEN);
    float background = (flags & HAS_TABLE) == 0 ? 0 : palette.luma((byte) bytes.u8(SCREEN + 5));
    return frame(bytes, frameAt(bytes), canvas, palette, background);
  }

  /// Returns the offset of the first frame's description.
  private long frameAt(FileBytes file) throws UndecodableException {
    long at = AFTER_SCREEN + (long) tableBytes(file.u8(SCREEN + 4));
    while (file.u8(at) == EXTENSION) {
      progress.step();
      at = subBlocksEnd(file, at + 2);
    }
    check(file.u8(at) == IMAGE, "no picture follows the header");
    return at + 1;
  }

  private LumaPlane frame(
      FileBytes file, long at, PictureSize canvas, Palette global, float background)
      throws UndecodableException {
    PictureSize size = new PictureSize(file.u16(at + 4), file.u16(at + 6));
    int left = file.u16(at);
    int top = file.u16(at + 2);
    PlacedPlane.checkFits(canvas, left, top, size);
    int flags = file.u8(at + 8);
    Palette palette = (flags & HAS_TABLE) == 0 ? global : table(file, flags, at + 9);
    byte[] indices = indices(file, at + 9 + tableBytes(flags), size);
    byte[] rows = (flags & INTERLACED) == 0 ? indices : deinterlaced(indices, size);
    LumaPlane frame = IndexedPlane.of(size, rows, palette);
    return PlacedPlane.place(canvas, left, top, frame, background);
  }

  private byte[] indices(FileBytes file, long at, PictureSize size) throws UndecodableException {
    int symbolBits = file.u8(at);
    check(symbolBits >= 1 && symbolBits <= 8, "the LZW code size is out of range");
    long codeBytes = Math.min(subBlocksEnd(file, at + 1), file.length()) - at - 1;
    if (size.pixels() > codeBytes * Byte.SIZE / (symbolBits + 1) * Lzw.MAX_STRING) {
      throw tooShort(file, at + 1);
    }
    byte[] indices = new byte[Math.toIntExact(size.pixels())];
    GifSubBlocks codes = new GifSubBlocks(file, at + 1);
    if (Lzw.gif(codes, symbolBits, indices, progress) < indices.length) {
      throw tooShort(file, at + 1);
    }
    return indices;
  }

  /// Returns why the data that begin at `at` are too few: the file ends in them, or they end.
  private UndecodableException tooShort(FileBytes file, long at) throws UndecodableException {
    String detail = "the frame's data end before the frame";
    return subBlocksEnd(file, at) > file.length()
        ? UndecodableException.truncated(detail)
        : UndecodableException.malformed(detail);
  }

  private static byte[] deinterlaced(byte[] stored, PictureSize size) {
    int width = size.columns();
    byte[] rows = new byte[stored.length];
    int from = 0;
    for (int[] pass : PASSES) {
      for (int y = pass[0]; y < size.height(); y += pass[1], from += width) {
        System.arraycopy(stored, from, rows, y * width, width);
      }
    }
    return rows;
  }

  private static Palette table(FileBytes file, int flags, long at) throws UndecodableException {
    return Palette.rgb(file, at, tableBytes(flags) / 3);
  }

  private static int tableBytes(int flags) {
    return (flags & HAS_TABLE) == 0 ? 0 : 3 << (flags & 7) + 1;
  }

  /// Returns the end of the sub-blocks that begin at `at`: beyond the file if it ends in them.
  private long subBlocksEnd(FileBytes file, long at) throws UndecodableException {
    long end = at;
    while (end < file.length() && file.u8(end) > 0) {
      progress.step();
      end += file.u8(end) + 1L;
    }
    return end + 1;
  }
}
