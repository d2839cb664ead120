package org.vigie.media;

import static org.vigie.media.UndecodableException.check;
import static org.vigie.media.UndecodableException.need;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import org.vigie.fingerprint.LumaPlane;

/// TIFF: the first picture, if it is bilevel, grey, RGB or palette colour, in strips or tiles,
/// plain, LZW, Deflate or PackBits.
///
/// Fax and JPEG compression, CMYK, YCbCr, CIELAB, separate planes, floats and BigTIFF are refused
/// as unsupported. The JDK's reader is not used: it leaves the rest of a strip black when its data
/// end early, and says nothing. Source: TIFF 6.0, Adobe, 1992.
final class TiffReader implements PictureReader {
  private static final int WHITE_IS_ZERO = 0;
  private static final int BLACK_IS_ZERO = 1;
  private static final int RGB = 2;
  private static final int INDEXED = 3;
  private static final int MAX_SAMPLES = 16;
  private static final int MULTIPLIED_ALPHA = 1;

  private final Progress progress;

  TiffReader(Progress progress) {
    this.progress = progress;
  }

  @Override
  public PictureSize size(MemorySegment file) throws UndecodableException {
    return TiffDirectory.read(file).size();
  }

  @Override
  public long memory(MemorySegment file, PictureSize size) throws UndecodableException {
    TiffDirectory directory = TiffDirectory.read(file);
    TiffSegments segments = TiffSegments.of(directory);
    SampleLayout layout = layout(directory);
    segments.verifyBytes(layout);
    return 3 * size.pixels() + layout.rowBytes(segments.width()) * segments.storedRows(0);
  }

  @Override
  public LumaPlane read(MemorySegment file, PictureSize size) throws UndecodableException {
    TiffDirectory directory = TiffDirectory.read(file);
    SampleLayout layout = layout(directory);
    TiffCodec codec = TiffCodec.of(directory.value(TiffDirectory.COMPRESSION, 1));
    TiffSegments segments = TiffSegments.of(directory);
    segments.verifyBytes(layout);
    PictureRows rows = new PictureRows(size, layout);
    try (TiffUnpacker unpacker = new TiffUnpacker(codec, progress)) {
      new TiffUnpacking(segments, layout, unpacker, rows, progress).all();
    }
    return rows.plane();
  }

  private static SampleLayout layout(TiffDirectory directory) throws UndecodableException {
    int samples = (int) Math.min(directory.value(TiffDirectory.SAMPLES, 1), MAX_SAMPLES + 1);
    need(samples >= 1 && samples <= MAX_SAMPLES, "so many samples a pixel are not read");
    int bits = (int) Math.min(directory.value(TiffDirectory.BITS, 1), Byte.MAX_VALUE);
    directory.needAll(TiffDirectory.BITS, bits, "samples of different depths are not read");
    directory.needAll(TiffDirectory.SAMPLE_FORMAT, 1, "samples of this kind are not read");
    directory.needAll(TiffDirectory.FILL_ORDER, 1, "this bit order is not read");
    need(
        samples == 1 || directory.value(TiffDirectory.PLANAR, 1) == 1,
        "TIFF in separate planes is not read");
    boolean packed = samples == 1 && (bits == 1 || bits == 2 || bits == 4);
    need(packed || bits == 8 || bits == 16, "this sample depth is not read");
    verifyPredictor(directory, bits);
    return layout(directory, bits, samples);
  }

  private static void verifyPredictor(TiffDirectory directory, int bits)
      throws UndecodableException {
    long predictor = directory.value(TiffDirectory.PREDICTOR, 1);
    need(predictor == 1 || predictor == 2 && bits >= 8, "this predictor is not read");
  }

  private static SampleLayout layout(TiffDirectory directory, int bits, int samples)
      throws UndecodableException {
    int photometric =
        (int) Math.min(directory.required(TiffDirectory.PHOTOMETRIC, 0), Short.MAX_VALUE);
    int highByte = directory.file().order() == ByteOrder.BIG_ENDIAN ? 0 : 1;
    switch (photometric) {
      case WHITE_IS_ZERO, BLACK_IS_ZERO ->
        need(samples <= 2, "grey of so many samples is not read");
      case RGB -> check(samples >= 3, "RGB has fewer than three samples");
      case INDEXED -> need(samples == 1 && bits <= 8, "this palette colour is not read");
      default -> throw UndecodableException.unsupported("this TIFF colour space is not read");
    }
    Palette palette = photometric == INDEXED ? palette(directory, bits) : null;
    int alpha = multipliedAlpha(directory, photometric == RGB ? 3 : 1, samples);
    return new SampleLayout(bits, samples, highByte, photometric == WHITE_IS_ZERO, palette, alpha);
  }

  /// Returns which sample the colours were multiplied by, or -1: the first of those behind the
  /// colours that says so (TIFF 6.0, §18).
  private static int multipliedAlpha(TiffDirectory directory, int colours, int samples)
      throws UndecodableException {
    long extra = Math.min(directory.count(TiffDirectory.EXTRA_SAMPLES), samples - (long) colours);
    for (int i = 0; i < extra; i++) {
      if (directory.required(TiffDirectory.EXTRA_SAMPLES, i) == MULTIPLIED_ALPHA) {
        return colours + i;
      }
    }
    return -1;
  }

  /// Reads the colour map: all reds, then all greens, then all blues, 16 bits each.
  private static Palette palette(TiffDirectory directory, int bits) throws UndecodableException {
    int colours = 1 << bits;
    byte[] rgb = new byte[3 * colours];
    for (int i = 0; i < colours; i++) {
      for (int channel = 0; channel < 3; channel++) {
        long value = directory.required(TiffDirectory.COLOURS, (long) channel * colours + i);
        rgb[3 * i + channel] = (byte) (value >> Byte.SIZE);
      }
    }
    return Palette.ofRgb(rgb);
  }
}
