package org.vigie.media;

/// The compressions of TIFF that are read here.
enum TiffCodec {
  PLAIN(1),
  LZW(Lzw.MAX_STRING),
  DEFLATE(1032),
  PACK_BITS(64);

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

  /// Returns the most bytes that one byte can unpack to.
  int mostOutOfOne() {
    return mostOutOfOne;
  }
}
