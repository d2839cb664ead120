package org.vigie.media;

/// LZW as GIF and TIFF write it.
final class Lzw {
  /* A code's string is always in the output already: it is the string of the code before, and
   * one byte more. So the table holds no strings, only where each one begins in the output and how
   * long it is; a code that names the string now being made copies over its own first byte.
   *
   * GIF packs codes from the low bit and widens them when the table is full at a width; TIFF packs
   * from the high bit and widens one entry earlier (TIFF 6.0, §13).
   */

  private static final int MOST_BITS = 12;
  private static final int MOST_CODES = 1 << MOST_BITS;

  /// At least the longest sub-block of a GIF.
  private static final int BUFFER = 1 << 11;

  /// The most bytes that one code can stand for.
  static final int MAX_STRING = MOST_CODES;

  private final boolean highBitFirst;
  private final int clear;
  private final int firstWidth;
  private final int[] begin = new int[MOST_CODES];
  private final int[] length = new int[MOST_CODES];

  private final Progress progress;
  private final byte[] in = new byte[BUFFER];
  private Codes source = into -> 0;
  private int end;
  private int at;
  private int bits;
  private int bitCount;
  private int width;
  private int codes;

  /// The packed bytes, in pieces.
  interface Codes {
    /// Fills an array from its beginning, as far as the next piece goes.
    ///
    /// @return the number of filled bytes; 0 at the end
    int next(byte[] into) throws UndecodableException;
  }

  private Lzw(int symbolBits, boolean highBitFirst, Progress progress) {
    this.progress = progress;
    this.highBitFirst = highBitFirst;
    this.clear = 1 << symbolBits;
    this.firstWidth = symbolBits + 1;
  }

  /// Unpacks GIF's form.
  ///
  /// @param symbolBits 1 to 8, bits of one symbol of the picture
  /// @return the number of filled bytes of `out`
  static int gif(Codes in, int symbolBits, byte[] out, Progress progress)
      throws UndecodableException {
    return new Lzw(symbolBits, false, progress).decode(in, out);
  }

  /// Returns an unpacker for TIFF's variant, for one strip or tile after another.
  static Lzw tiff(Progress progress) {
    return new Lzw(Byte.SIZE, true, progress);
  }

  /// Unpacks codes from the first on.
  ///
  /// @return the number of filled bytes of `out`
  int decode(Codes packed, byte[] out) throws UndecodableException {
    source = packed;
    at = 0;
    end = 0;
    bits = 0;
    bitCount = 0;
    reset();
    int filled = 0;
    int lastBegin = 0;
    int lastLength = 0;
    while (filled < out.length) {
      progress.step();
      int code = nextCode();
      if (code < 0 || code == clear + 1) {
        break;
      }
      if (code == clear) {
        reset();
        lastLength = 0;
        continue;
      }
      if (lastLength > 0) {
        add(lastBegin, lastLength + 1);
      }
      UndecodableException.check(code < codes, "an LZW code is used before it is defined");
      lastBegin = filled;
      lastLength = code < clear ? 1 : length[code];
      filled = write(code, out, filled);
    }
    return filled;
  }

  private int write(int code, byte[] out, int filled) {
    if (code < clear) {
      out[filled] = (byte) code;
      return filled + 1;
    }
    int count = Math.min(length[code], out.length - filled);
    for (int i = 0; i < count; i++) {
      out[filled + i] = out[begin[code] + i];
    }
    return filled + count;
  }

  private void reset() {
    codes = clear + 2;
    width = firstWidth;
  }

  private void add(int stringBegin, int stringLength) {
    if (codes == MOST_CODES) {
      return;
    }
    begin[codes] = stringBegin;
    length[codes] = stringLength;
    codes++;
    int full = highBitFirst ? (1 << width) - 1 : 1 << width;
    if (codes == full && width < MOST_BITS) {
      width++;
    }
  }

  /// Returns the next code, or -1 at the end.
  private int nextCode() throws UndecodableException {
    while (bitCount < width) {
      if (at == end && !refill()) {
        return -1;
      }
      int octet = in[at++] & 0xff;
      bits = highBitFirst ? bits << Byte.SIZE | octet : bits | octet << bitCount;
      bitCount += Byte.SIZE;
    }
    bitCount -= width;
    int mask = (1 << width) - 1;
    if (highBitFirst) {
      return bits >>> bitCount & mask;
    }
    int code = bits & mask;
    bits >>>= width;
    return code;
  }

  private boolean refill() throws UndecodableException {
    at = 0;
    end = source.next(in);
    return end > 0;
  }
}
