package org.vigie.media;

import static org.vigie.media.UndecodableException.check;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// The compressions of TIFF that are read here; each must fill its segment to the last byte.
enum TiffCodec {
  PLAIN(1) {
    @Override
    int unpack(byte[] file, int from, int end, byte[] out) {
      int count = Math.min(end - from, out.length);
      System.arraycopy(file, from, out, 0, count);
      return count;
    }
  },
  LZW(Lzw.MAX_STRING) {
    @Override
    int unpack(byte[] file, int from, int end, byte[] out) throws UndecodableException {
      return Lzw.tiff(file, from, end, out);
    }
  },
  DEFLATE(1032) {
    @Override
    int unpack(byte[] file, int from, int end, byte[] out) throws UndecodableException {
      Inflater inflater = new Inflater();
      try {
        inflater.setInput(file, from, end - from);
        return inflate(inflater, out);
      } catch (DataFormatException e) {
        throw UndecodableException.malformed("the compressed data are damaged");
      } finally {
        inflater.end();
      }
    }
  },
  PACK_BITS(64) {
    @Override
    int unpack(byte[] file, int from, int end, byte[] out) {
      int filled = 0;
      int at = from;
      while (at < end - 1 && filled < out.length) {
        int code = file[at++];
        int count = Math.min(code < 0 ? 1 - code : code + 1, out.length - filled);
        if (code == Byte.MIN_VALUE) {
          continue;
        }
        if (code < 0) {
          Arrays.fill(out, filled, filled + count, file[at++]);
        } else {
          count = Math.min(count, end - at);
          System.arraycopy(file, at, out, filled, count);
          at += count;
        }
        filled += count;
      }
      return filled;
    }
  };

  private final int mostOutOfOne;

  TiffCodec(int mostOutOfOne) {
    this.mostOutOfOne = mostOutOfOne;
  }

  static TiffCodec of(long compression) throws UndecodableException {
    return switch ((int) compression) {
      case 1 -> PLAIN;
      case 5 -> LZW;
      case 8, 32_946 -> DEFLATE;
      case 32_773 -> PACK_BITS;
      default -> throw UndecodableException.unsupported("this TIFF compression is not read");
    };
  }

  /// Unpacks a segment of the file into a new array.
  ///
  /// @param size how many bytes it must come to; no more are allocated than its length allows
  byte[] unpack(byte[] file, long from, long length, long size) throws UndecodableException {
    check(size <= length * mostOutOfOne, "a strip or tile is too short to hold its pixels");
    byte[] out = new byte[Math.toIntExact(size)];
    int filled = unpack(file, (int) from, (int) (from + length), out);
    check(filled == out.length, "a strip or tile ends before its pixels");
    return out;
  }

  /// Fills `out` from `file[from .. end - 1]` and returns how far it came.
  abstract int unpack(byte[] file, int from, int end, byte[] out) throws UndecodableException;

  private static int inflate(Inflater inflater, byte[] out) throws DataFormatException {
    int filled = 0;
    while (filled < out.length) {
      int count = inflater.inflate(out, filled, out.length - filled);
      if (count == 0) {
        break;
      }
      filled += count;
    }
    return filled;
  }
}
