package org.vigie.media;

import static org.vigie.media.UndecodableException.check;
import static org.vigie.media.UndecodableException.need;

import java.lang.foreign.MemorySegment;
import java.util.zip.DataFormatException;
import org.vigie.fingerprint.LumaPlane;

/// PNG: all colour types, depths and both interlace methods; of an animation the default image.
///
/// A picture is whole when its rows are: the file may end behind them, without IEND. Only the
/// chunks that make the picture are read, so profiles, gamma, texts and transparency cost and
/// change nothing. The JDK's reader is not used: it unpacks and keeps all of those, applies
/// transparency, and reports an exhausted heap as a broken file. Source: PNG specification, third
/// edition, W3C, 2025.
final class PngReader implements PictureReader {
  private static final int HEADER = 16;
  private static final long MAX_SIDE = Integer.MAX_VALUE;
  private static final long MOST_ROW_BYTES = Integer.MAX_VALUE - 8L;

  /// Deflate makes at most 258 bytes of two bits.
  private static final int MAX_INFLATION = 1032;

  /// First column, first row, column step and row step of the seven passes of Adam7 (§8.2).
  private static final int[][] ADAM7 = {
    {0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}
  };

  private static final int[][] ONE_PASS = {{0, 0, 1, 1}};

  private final Progress progress;

  PngReader(Progress progress) {
    this.progress = progress;
  }

  @Override
  public PictureSize size(MemorySegment file) throws UndecodableException {
    FileBytes bytes = FileBytes.bigEndian(file);
    check(bytes.u32(8) == 13 && bytes.has(12, "IHDR"), "the first chunk is no IHDR");
    PictureSize size = new PictureSize(bytes.u32(HEADER), bytes.u32(HEADER + 4));
    check(size.width() <= MAX_SIDE && size.height() <= MAX_SIDE, "IHDR states a negative size");
    return size;
  }

  @Override
  public long memory(MemorySegment file, PictureSize size) {
    return 3 * size.pixels() + 16 * size.width();
  }

  @Override
  public LumaPlane read(MemorySegment file, PictureSize size) throws UndecodableException {
    PngChunks chunks = PngChunks.read(file, progress);
    SampleLayout layout = chunks.layout();
    if (layout.rowBytes(size.width()) * size.height()
        > (long) MAX_INFLATION * chunks.compressedBytes()) {
      throw chunks.tooShort();
    }
    need(layout.rowBytes(size.width()) <= MOST_ROW_BYTES, "rows this long are not read");
    PictureRows rows = new PictureRows(size, layout);
    try (PngChunks.Inflation data = chunks.inflation()) {
      for (int[] pass : chunks.isInterlaced() ? ADAM7 : ONE_PASS) {
        readPass(data, size, layout, rows, pass);
      }
      data.verifyCutEnd();
    } catch (DataFormatException e) {
      throw UndecodableException.malformed("the compressed data are damaged");
    }
    return rows.plane();
  }

  private void readPass(
      PngChunks.Inflation data, PictureSize size, SampleLayout layout, PictureRows rows, int[] pass)
      throws UndecodableException, DataFormatException {
    int count = Math.ceilDiv(size.columns() - pass[0], pass[2]);
    if (count <= 0) {
      return;
    }
    int rowBytes = Math.toIntExact(layout.rowBytes(count));
    PngFilter filter = new PngFilter(rowBytes, Math.max(1, layout.bits() * layout.samples() / 8));
    for (int y = pass[1]; y < size.rows(); y += pass[3]) {
      progress.row();
      rows.put(y, pass[0], pass[2], count, filter.next(data), 0);
    }
  }
}
