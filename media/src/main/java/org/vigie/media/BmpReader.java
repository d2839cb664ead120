package org.vigie.media;

import static org.vigie.media.UndecodableException.check;
import static org.vigie.media.UndecodableException.need;

import java.lang.foreign.MemorySegment;
import org.vigie.fingerprint.LumaPlane;

/// BMP: 1 to 32 bits a pixel, plain, run-length coded or with channel masks; alpha ignored.
///
/// The JDK's reader is not used: it allocates by the header's sizes, decodes JPEG and PNG inside a
/// BMP, and takes run-length data that end early for a whole picture.
final class BmpReader implements PictureReader {
  private final Progress progress;

  BmpReader(Progress progress) {
    this.progress = progress;
  }

  @Override
  public PictureSize size(MemorySegment file) throws UndecodableException {
    return BmpHeader.read(file).size();
  }

  @Override
  public long memory(MemorySegment file, PictureSize size) {
    return 3 * size.pixels();
  }

  @Override
  public LumaPlane read(MemorySegment bytes, PictureSize size) throws UndecodableException {
    BmpHeader header = BmpHeader.read(bytes);
    int bits = header.bits();
    int compression = header.compression();
    if (compression == BmpHeader.RLE8 || compression == BmpHeader.RLE4) {
      check(bits == (compression == BmpHeader.RLE8 ? 8 : 4), "the run-length code has other bits");
      return runs(header, size);
    }
    boolean masked = bits == 16 || bits == 32;
    need(
        bits == 1 || bits == 2 || bits == 4 || bits == 8 || bits == 24 || masked,
        "this BMP depth is not read");
    check(masked || compression == BmpHeader.RGB, "only 16 and 32 bits have channel masks");
    return bits <= 8 ? indexed(header, size) : colour(header, size);
  }

  private LumaPlane runs(BmpHeader header, PictureSize size) throws UndecodableException {
    check(!header.isTopDown(), "run-length data cannot be top-down");
    byte[] indices = BmpRuns.read(header, size, progress);
    return IndexedPlane.complete(size, indices, header.palette());
  }

  private LumaPlane indexed(BmpHeader header, PictureSize size) throws UndecodableException {
    long stride = stride(header);
    PictureRows rows = new PictureRows(size, SampleLayout.indexed(header.bits(), header.palette()));
    byte[] row = new byte[rowBytes(header, size)];
    for (int y = 0; y < size.rows(); y++) {
      progress.row();
      header.file().copy(rowAt(header, size, stride, y), row, 0, row.length);
      rows.put(y, 0, 1, size.columns(), row, 0);
    }
    return IndexedPlane.complete(size, rows.samples(), header.palette());
  }

  private LumaPlane colour(BmpHeader header, PictureSize size) throws UndecodableException {
    long stride = stride(header);
    BmpMasks masks = header.masks();
    masks.verify();
    int pixelBytes = header.bits() / Byte.SIZE;
    byte[] rgb = new byte[Math.toIntExact(3 * size.pixels())];
    byte[] row = new byte[rowBytes(header, size)];
    int to = 0;
    for (int y = 0; y < size.rows(); y++) {
      progress.row();
      header.file().copy(rowAt(header, size, stride, y), row, 0, row.length);
      for (int from = 0; from < row.length; from += pixelBytes, to += 3) {
        masks.split(pixel(row, from, pixelBytes), rgb, to);
      }
    }
    return LumaPlane.ofRgb(size.columns(), size.rows(), rgb);
  }

  private static long pixel(byte[] row, int at, int pixelBytes) {
    long pixel = 0;
    for (int i = pixelBytes - 1; i >= 0; i--) {
      pixel = pixel << Byte.SIZE | row[at + i] & 0xff;
    }
    return pixel;
  }

  /// Returns the bytes of a stored row, having verified that the file holds all rows.
  private static long stride(BmpHeader header) throws UndecodableException {
    header.file().require(header.pixels(), header.storedBytes(), "the pixels");
    return header.stride();
  }

  /// Returns the bytes of a row without its padding.
  private static int rowBytes(BmpHeader header, PictureSize size) throws UndecodableException {
    return Math.toIntExact(Math.ceilDiv(size.width() * header.bits(), Byte.SIZE));
  }

  private static long rowAt(BmpHeader header, PictureSize size, long stride, int y)
      throws UndecodableException {
    long stored = header.isTopDown() ? y : size.height() - 1 - y;
    return header.pixels() + stride * stored;
  }
}
