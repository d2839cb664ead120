package org.vigie.media;

import static org.vigie.media.UndecodableException.check;
import static org.vigie.media.UndecodableException.need;

import java.lang.foreign.MemorySegment;
import java.util.HashMap;
import java.util.Map;

/// The first directory of a TIFF: the tags of its first picture (TIFF 6.0, §2).
///
/// @param entries the offset of each tag's entry; of a repeated tag the first
record TiffDirectory(FileBytes file, Map<Integer, Long> entries) {
  static final int WIDTH = 256;
  static final int HEIGHT = 257;
  static final int BITS = 258;
  static final int COMPRESSION = 259;
  static final int PHOTOMETRIC = 262;
  static final int FILL_ORDER = 266;
  static final int STRIP_OFFSETS = 273;
  static final int SAMPLES = 277;
  static final int ROWS_PER_STRIP = 278;
  static final int STRIP_LENGTHS = 279;
  static final int PLANAR = 284;
  static final int PREDICTOR = 317;
  static final int COLOURS = 320;
  static final int TILE_WIDTH = 322;
  static final int TILE_HEIGHT = 323;
  static final int TILE_OFFSETS = 324;
  static final int TILE_LENGTHS = 325;
  static final int EXTRA_SAMPLES = 338;
  static final int SAMPLE_FORMAT = 339;

  private static final int SHORT = 3;
  private static final int LONG = 4;
  private static final int ENTRY = 12;
  private static final int BIG = 43;

  static boolean begins(FileBytes file) {
    return file.has(0, "II*\0")
        || file.has(0, "MM\0*")
        || file.has(0, "II+\0")
        || file.has(0, "MM\0+");
  }

  static TiffDirectory read(MemorySegment bytes) throws UndecodableException {
    FileBytes file = FileBytes.bigEndian(bytes).has(0, "II")
        ? FileBytes.littleEndian(bytes)
        : FileBytes.bigEndian(bytes);
    need(file.u16(2) != BIG, "BigTIFF is not read");
    long at = file.u32(4);
    int entries = file.u16(at);
    file.require(at + 2, (long) ENTRY * entries, "the first directory");
    Map<Integer, Long> places = new HashMap<>();
    for (long entry = at + 2; entry < at + 2 + (long) ENTRY * entries; entry += ENTRY) {
      places.putIfAbsent(file.u16(entry), entry);
    }
    return new TiffDirectory(file, Map.copyOf(places));
  }

  PictureSize size() throws UndecodableException {
    return new PictureSize(required(WIDTH, 0), required(HEIGHT, 0));
  }

  boolean has(int tag) {
    return find(tag) >= 0;
  }

  /// Returns the number of values of a tag, 0 if it is not there.
  long count(int tag) throws UndecodableException {
    long entry = find(tag);
    return entry < 0 ? 0 : file.u32(entry + 4);
  }

  /// Returns value `index` of a tag that must be there.
  long required(int tag, long index) throws UndecodableException {
    long entry = find(tag);
    check(entry >= 0, "tag " + tag + " is missing");
    return valueAt(entry, index);
  }

  /// Returns the first value of a tag, or `otherwise`.
  long value(int tag, long otherwise) throws UndecodableException {
    long entry = find(tag);
    return entry < 0 ? otherwise : valueAt(entry, 0);
  }

  /// Refuses the picture unless every value of a tag that is there is `expected`.
  void needAll(int tag, long expected, String detail) throws UndecodableException {
    long count = count(tag);
    need(count <= 16, detail);
    for (long i = 0; i < count; i++) {
      need(required(tag, i) == expected, detail);
    }
  }

  /// Returns value `index` of an entry; values that fit are in the entry itself.
  private long valueAt(long entry, long index) throws UndecodableException {
    int type = file.u16(entry + 2);
    check(type == SHORT || type == LONG, "a tag has another type than short or long");
    int size = type == SHORT ? Short.BYTES : Integer.BYTES;
    long count = file.u32(entry + 4);
    check(index < count, "a tag has too few values");
    long from = count * size <= Integer.BYTES ? entry + 8 : file.u32(entry + 8);
    long place = from + size * index;
    return type == SHORT ? file.u16(place) : file.u32(place);
  }

  private long find(int tag) {
    return entries.getOrDefault(tag, -1L);
  }
}
