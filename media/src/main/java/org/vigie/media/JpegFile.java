package org.vigie.media;

import static org.vigie.media.UndecodableException.check;
import static org.vigie.media.UndecodableException.need;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/// A JPEG cut down to the segments that its picture needs.
final class JpegFile {
  /* The segments are walked once from SOI to EOI, and only these are kept for the decoder:
   * tables (DQT, DHT, DRI), the frame (SOF), the scans, and of the application segments a bare
   * JFIF and the Adobe one, which together define the colour space. Removed are thumbnails, EXIF
   * with its orientation, colour profiles, comments, stray bytes between segments, and data after
   * EOI (panoramas, depth maps, vendor trailers): files in which these are odd are common and fine.
   *
   * The walk also checks the file:
   * - a file without EOI is given one if it ends in the only scan of a sequential picture, which
   *   either holds every pixel or makes the decoder warn; zeros at its end come from a broken
   *   download and are cut off, or they would pass for pixels. Any other such file is truncated: a
   *   progressive picture without its last scans is blurred;
   * - a second frame is refused, so the size read here is the size the decoder meets;
   * - every 8x8 block of the picture costs at least one bit, so a small file cannot make the
   *   decoder allocate for a large picture (half of that is asked for, as sampling may halve the
   *   components);
   * - tables are bounded: the decoder reads every one of them, and a picture needs about 2,000
   *   bytes of them a scan;
   * - every scan of a progressive file may cost the decoder a pass over all coefficients, so their
   *   number is bounded, for large pictures more than for small ones; encoders write about ten.
   */

  /// The most bytes that are looked through between two questions for the deadline.
  private static final int PIECE = 1 << 16;

  private static final int MAX_SCANS = 64;
  private static final long MAX_SCANNED_PIXELS = 2_000_000_000;
  private static final long MOST_TABLE_BYTES = 1 << 20;
  private static final int LEAST_SHORT_SIDE = 512;
  private static final int[] JFIF = {
    0xff, 0xe0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0
  };

  /// A JFIF segment that is longer than its own, and an end.
  private static final int MADE_UP_BYTES = JFIF.length + 2;

  private static final int RST0 = 0xd0;
  private static final int RST7 = 0xd7;
  private static final int SOI = 0xd8;
  private static final int EOI = 0xd9;
  private static final int SOS = 0xda;
  private static final int DQT = 0xdb;
  private static final int DHT = 0xc4;
  private static final int DRI = 0xdd;
  private static final int APP0 = 0xe0;
  private static final int APP14 = 0xee;
  private static final int TEM = 0x01;

  private final FileBytes file;
  private final Progress progress;
  private final KeptBytes kept;
  private @Nullable JpegFrame frame;
  private int adobeTransform = -1;
  private boolean jfif;
  private boolean endless;
  private int scans;
  private long scanBytes;
  private long tableBytes;
  private long at = 2;

  /// @param keep for the kept parts
  private JpegFile(MemorySegment bytes, MemorySegment keep, Progress progress) {
    this.progress = progress;
    this.file = FileBytes.bigEndian(bytes);
    this.kept = new KeptBytes(keep);
  }

  /// Reads as far as the frame.
  static JpegFrame frame(MemorySegment bytes, Progress progress) throws UndecodableException {
    JpegFile jpeg = new JpegFile(bytes, MemorySegment.NULL, progress);
    while (true) {
      int marker = jpeg.nextMarker();
      check(marker != EOI && marker != SOS, "the picture begins before its frame");
      if (isFrame(marker)) {
        return JpegFrame.read(jpeg.file, marker, jpeg.at);
      }
      jpeg.skipSegment(marker);
    }
  }

  /// Reads as far as the first scan.
  static JpegFile begin(MemorySegment bytes, Progress progress) throws UndecodableException {
    JpegFile jpeg = new JpegFile(bytes, MemorySegment.NULL, progress);
    int marker = jpeg.nextMarker();
    while (marker != EOI && marker != SOS) {
      if (isFrame(marker)) {
        jpeg.frame = JpegFrame.read(jpeg.file, marker, jpeg.at);
      }
      jpeg.skipSegment(marker);
      marker = jpeg.nextMarker();
    }
    check(marker == SOS, "the file has no scan");
    return jpeg;
  }

  /// Returns whether a decoder holds all coefficients, because the first scan does not hold all of
  /// the picture. The file must have been read as far as its first scan.
  boolean isBuffered() throws UndecodableException {
    return !frame().isSequential() || !holdsAll(at);
  }

  int components() throws UndecodableException {
    return frame().components();
  }

  /// Reads all of it.
  ///
  /// @param arena in which the kept parts are copied
  static JpegFile read(MemorySegment bytes, Arena arena, Progress progress)
      throws UndecodableException {
    MemorySegment keep = arena.allocate(bytes.byteSize() + MADE_UP_BYTES);
    JpegFile jpeg = new JpegFile(bytes, keep, progress);
    jpeg.keepMarker(SOI);
    int marker = jpeg.nextMarker();
    while (marker != EOI) {
      jpeg.readSegment(marker);
      marker = jpeg.endless ? EOI : jpeg.nextMarker();
    }
    jpeg.keepMarker(EOI);
    check(jpeg.scans > 0, "the file has no scan");
    need(
        jpeg.scans * jpeg.frame().size().pixels() <= MAX_SCANNED_PIXELS,
        "JPEG of so many scans of so many pixels is not read");
    long blocks = (jpeg.width() + 7L) / 8 * ((jpeg.height() + 7L) / 8);
    if (jpeg.scanBytes < blocks / 16) {
      throw jpeg.tooShort();
    }
    return jpeg;
  }

  private UndecodableException tooShort() {
    String detail = "the scans are too short to hold the picture";
    return endless
        ? UndecodableException.truncated(detail)
        : UndecodableException.malformed(detail);
  }

  /// Returns whether the file ends in its scan, so that only the decoder knows if it is complete.
  boolean isEndless() {
    return endless;
  }

  /// Returns the file that the decoder is given.
  MemorySegment bytes() {
    return kept.filled();
  }

  int width() throws UndecodableException {
    return frame().size().columns();
  }

  int height() throws UndecodableException {
    return frame().size().rows();
  }

  /// Returns the largest of 8, 4, 2 and 1 by which the picture can be scaled down with its short
  /// side still at least 512: as PDQ does not change up to there.
  int reduction() throws UndecodableException {
    int reduction = 8;
    while (reduction > 1 && Math.min(width(), height()) < LEAST_SHORT_SIDE * reduction) {
      reduction /= 2;
    }
    return reduction;
  }

  /// Returns whether the components are CMYK or YCCK, which have no luma of their own.
  boolean isCmyk() throws UndecodableException {
    return frame().components() == 4;
  }

  /// Returns whether the file has Adobe's marker, which also means inverted CMYK.
  boolean isAdobe() {
    return adobeTransform >= 0;
  }

  /// Returns whether the four components are YCCK rather than CMYK.
  boolean isYcck() throws UndecodableException {
    return isCmyk() && adobeTransform == 2;
  }

  /// Returns whether the three components are red, green and blue rather than YCbCr, by the rules
  /// that libjpeg follows.
  boolean isRgb() throws UndecodableException {
    if (frame().components() != 3 || jfif) {
      return false;
    }
    return isAdobe() ? adobeTransform == 0 : frame().firstId() == 'R';
  }

  private JpegFrame frame() throws UndecodableException {
    if (frame == null) {
      throw UndecodableException.malformed("the file has no frame");
    }
    return frame;
  }

  private void readSegment(int marker) throws UndecodableException {
    long start = at;
    if (isFrame(marker)) {
      check(frame == null, "the file has two frames");
      frame = JpegFrame.read(file, marker, at);
    }
    skipSegment(marker);
    switch (marker) {
      case APP0 -> keepJfif(start);
      case APP14 -> keepAdobe(start);
      case SOS -> keepScan(start);
      case DQT, DHT, DRI -> keepTable(marker, start);
      default -> {
        if (isFrame(marker)) {
          keep(marker, start, at);
        }
      }
    }
  }

  private void keepJfif(long start) {
    if (file.has(start + 2, "JFIF\0") && !jfif) {
      jfif = true;
      kept.add(JFIF);
    }
  }

  private void keepAdobe(long start) throws UndecodableException {
    if (file.has(start + 2, "Adobe") && file.u16(start) >= 14) {
      adobeTransform = file.u8(start + 13);
      keep(APP14, start, at);
    }
  }

  private void keepTable(int marker, long start) throws UndecodableException {
    tableBytes += at - start;
    need(tableBytes <= MOST_TABLE_BYTES, "JPEG of so many tables is not read");
    keep(marker, start, at);
  }

  private void keepScan(long start) throws UndecodableException {
    frame();
    need(++scans <= MAX_SCANS, "JPEG of more than " + MAX_SCANS + " scans is not read");
    long data = at;
    boolean only = scans == 1 && frame().isSequential() && holdsAll(start);
    skipEntropy(only);
    scanBytes += at - data;
    keep(SOS, start, at);
  }

  /// Returns whether the scan whose length field is at `start` has all components of the frame.
  private boolean holdsAll(long start) throws UndecodableException {
    return file.u8(start + 2) == frame().components();
  }

  /// Moves to the marker that ends entropy-coded data; 0xFF 0x00 and restarts belong to the
  /// data.
  ///
  /// @param mayEnd whether the file may end here instead
  private void skipEntropy(boolean mayEnd) throws UndecodableException {
    long last = file.length() - 1L;
    long i = at;
    while (i < last) {
      long end = Math.min(i + PIECE, last);
      i = file.find(0xff, i, end);
      if (i == end) {
        progress.row();
        continue;
      }
      progress.step();
      int next = file.u8(i + 1);
      if (next != 0 && next != 0xff && (next < RST0 || next > RST7)) {
        at = i;
        return;
      }
      i += next == 0xff ? 1 : 2;
    }
    if (!mayEnd) {
      throw UndecodableException.truncated("the file ends in a scan");
    }
    endless = true;
    at = withoutZeros(at);
  }

  /// Returns the end of the file without the zeros there, except one that belongs to a 0xFF.
  private long withoutZeros(long from) throws UndecodableException {
    long end = file.length();
    while (end > from && file.u8(end - 1) == 0 && file.u8(end - 2) != 0xff) {
      end--;
    }
    return end;
  }

  /// Moves behind the next marker, over stray and fill bytes, and returns it.
  private int nextMarker() throws UndecodableException {
    while (true) {
      while (file.u8(at) != 0xff) {
        progress.step();
        at++;
      }
      while (file.u8(at) == 0xff) {
        progress.step();
        at++;
      }
      progress.step();
      int marker = file.u8(at++);
      if (marker != 0 && marker != TEM && (marker < RST0 || marker > RST7)) {
        check(marker != SOI, "a second file begins inside the file");
        return marker;
      }
    }
  }

  private void skipSegment(int marker) throws UndecodableException {
    int length = file.u16(at);
    check(length >= 2, "a segment is shorter than its length field");
    file.require(at, length, "segment 0x" + Integer.toHexString(marker));
    at += length;
  }

  private void keep(int marker, long from, long to) {
    keepMarker(marker);
    kept.add(file.part(from, to - from));
  }

  private void keepMarker(int marker) {
    kept.add(0xff, marker);
  }

  private static boolean isFrame(int marker) {
    return marker >= 0xc0 && marker <= 0xcf && marker != DHT && marker != 0xc8 && marker != 0xcc;
  }
}
