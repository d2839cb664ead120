package org.vigie.media;

import static org.vigie.media.UndecodableException.check;
import static org.vigie.media.UndecodableException.need;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Unpacks the strips or tiles of one TIFF, one after another, with one working memory for all.
final class TiffUnpacker implements AutoCloseable {
  private static final long MOST_BYTES = Integer.MAX_VALUE - 8L;

  /// The bytes inflated between two checks of the deadline.
  private static final int PIECE = 1 << 16;

  private final TiffCodec codec;
  private final Progress progress;
  private final Lzw lzw;
  private final Inflater inflater = new Inflater();

  TiffUnpacker(TiffCodec codec, Progress progress) {
    this.codec = codec;
    this.progress = progress;
    this.lzw = Lzw.tiff(progress);
  }

  /// Unpacks a segment of the file into a new array.
  ///
  /// @param size the unpacked size; no more is allocated than the length allows
  byte[] unpack(FileBytes file, long from, long length, long size) throws UndecodableException {
    check(size <= length * codec.mostOutOfOne(), "a strip or tile is too short to hold its pixels");
    need(size <= MOST_BYTES, "strips or tiles this large are not read");
    byte[] out = new byte[Math.toIntExact(size)];
    int filled = unpack(file, from, from + length, out);
    check(filled == out.length, "a strip or tile ends before its pixels");
    return out;
  }

  /// Fills `out` from the bytes `from` to `end - 1` and returns the number of filled bytes.
  private int unpack(FileBytes file, long from, long end, byte[] out) throws UndecodableException {
    return switch (codec) {
      case PLAIN -> copy(file, from, end, out);
      case LZW -> lzw.decode(new Strip(file, from, end), out);
      case DEFLATE -> inflate(file, from, end, out);
      case PACK_BITS -> unpackBits(file, from, end, out);
    };
  }

  private static int copy(FileBytes file, long from, long end, byte[] out) {
    int count = (int) Math.min(end - from, out.length);
    file.copy(from, out, 0, count);
    return count;
  }

  private int inflate(FileBytes file, long from, long end, byte[] out) throws UndecodableException {
    inflater.reset();
    inflater.setInput(file.buffer(from, end - from));
    int filled = 0;
    int count = 1;
    try {
      while (filled < out.length && count > 0) {
        progress.row();
        count = inflater.inflate(out, filled, Math.min(PIECE, out.length - filled));
        filled += count;
      }
    } catch (DataFormatException e) {
      throw UndecodableException.malformed("the compressed data are damaged");
    }
    return filled;
  }

  private int unpackBits(FileBytes file, long from, long end, byte[] out)
      throws UndecodableException {
    int filled = 0;
    long at = from;
    while (at < end - 1 && filled < out.length) {
      progress.step();
      int code = (byte) file.u8(at++);
      int count = Math.min(code < 0 ? 1 - code : code + 1, out.length - filled);
      if (code == Byte.MIN_VALUE) {
        continue;
      }
      if (code < 0) {
        Arrays.fill(out, filled, filled + count, (byte) file.u8(at++));
      } else {
        count = (int) Math.min(count, end - at);
        file.copy(at, out, filled, count);
        at += count;
      }
      filled += count;
    }
    return filled;
  }

  /// The packed bytes of a strip or tile.
  private static final class Strip implements Lzw.Codes {
    private final FileBytes file;
    private final long end;
    private long at;

    private Strip(FileBytes file, long from, long end) {
      this.file = file;
      this.at = from;
      this.end = end;
    }

    @Override
    public int next(byte[] into) {
      int count = copy(file, at, end, into);
      at += count;
      return count;
    }
  }

  @Override
  public void close() {
    inflater.end();
  }
}
