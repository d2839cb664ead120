package org.vigie.media;

import static org.vigie.media.UndecodableException.check;
import static org.vigie.media.UndecodableException.need;

import java.lang.foreign.MemorySegment;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/// The critical chunks of a PNG as far as its picture, their checksums and order verified (§5).
///
/// Data behind the IDAT chunks is ignored and may be missing. The last of them may be cut: if its
/// own checksum is missing, zlib's protects the rows, if present. The code that inflates them
/// checks the number of rows.
final class PngChunks {
  private static final int SIGNATURE = 8;
  private static final int HEAD = 8;
  private static final int FRAMING = 12;
  private static final int GREY = 0;
  private static final int RGB = 2;
  private static final int INDEXED = 3;
  private static final int GREY_ALPHA = 4;
  private static final int RGB_ALPHA = 6;

  private final FileBytes file;
  private final Progress progress;
  private @Nullable Palette palette;
  private long compressedBytes;
  private long dataAt;
  private long at = SIGNATURE;

  private PngChunks(MemorySegment file, Progress progress) {
    this.file = FileBytes.bigEndian(file);
    this.progress = progress;
  }

  static PngChunks read(MemorySegment file, Progress progress) throws UndecodableException {
    PngChunks chunks = new PngChunks(file, progress);
    while (!chunks.atData()) {
      progress.step();
      chunks.readChunk();
    }
    chunks.dataAt = chunks.at;
    while (chunks.atData()) {
      progress.step();
      chunks.readData();
    }
    return chunks;
  }

  private boolean atData() {
    return file.has(at + 4, "IDAT");
  }

  private void readData() throws UndecodableException {
    long start = at;
    long there = dataThere(start);
    if (length() + FRAMING <= file.length() - start) {
      verifyChecksum(length());
    }
    compressedBytes += there;
    at += length() + FRAMING;
  }

  /// Returns the number of content bytes in the file for the chunk that begins at `start`.
  private long dataThere(long start) throws UndecodableException {
    return Math.min(file.u32(start), file.length() - start - HEAD);
  }

  /// Returns why the data are too few: the file ends in or behind them, or continues with other
  /// chunks.
  UndecodableException tooShort() {
    String detail = "the compressed data end before the picture";
    return at + HEAD > file.length()
        ? UndecodableException.truncated(detail)
        : UndecodableException.malformed(detail);
  }

  private void readChunk() throws UndecodableException {
    check(!file.has(at + 4, "IEND"), "the file has no IDAT chunk");
    long start = at;
    int length = next();
    if (file.has(start + 4, "PLTE")) {
      check(palette == null && length % 3 == 0 && length <= 768, "PLTE is no palette");
      palette = Palette.rgb(file, start + 8, length / 3);
    } else {
      boolean critical = (file.u8(start + 4) & 0x20) == 0;
      need(!critical || start == SIGNATURE, "the file has an unknown critical chunk");
    }
  }

  /// Moves behind the chunk that begins here and returns its length.
  private int next() throws UndecodableException {
    long length = length();
    file.require(at, length + FRAMING, "a chunk");
    boolean critical = (file.u8(at + 4) & 0x20) == 0;
    if (critical) {
      verifyChecksum(length);
    }
    at += length + FRAMING;
    return (int) length;
  }

  private long length() throws UndecodableException {
    long length = file.u32(at);
    check(length <= Integer.MAX_VALUE, "a chunk states a negative length");
    return length;
  }

  private void verifyChecksum(long length) throws UndecodableException {
    CRC32 checksum = new CRC32();
    checksum.update(file.buffer(at + 4, length + 4));
    check(checksum.getValue() == file.u32(at + HEAD + length), "a chunk's checksum is wrong");
  }

  long compressedBytes() {
    return compressedBytes;
  }

  boolean isInterlaced() throws UndecodableException {
    int method = file.u8(28);
    check(method <= 1, "IHDR names an unknown interlace method");
    return method == 1;
  }

  SampleLayout layout() throws UndecodableException {
    int bits = file.u8(24);
    int type = file.u8(25);
    check(file.u16(26) == 0, "IHDR names an unknown compression or filter");
    boolean whole = bits == 8 || bits == 16;
    boolean packed = bits == 1 || bits == 2 || bits == 4;
    check(
        whole && type != INDEXED
            || packed && type == GREY
            || bits < 16 && type == INDEXED && (packed || whole),
        "IHDR joins a colour type and a depth that do not go together");
    return switch (type) {
      case GREY -> SampleLayout.of(bits, 1);
      case RGB -> SampleLayout.of(bits, 3);
      case INDEXED -> indexed(bits);
      case GREY_ALPHA -> SampleLayout.of(bits, 2);
      case RGB_ALPHA -> SampleLayout.of(bits, 4);
      default -> throw UndecodableException.malformed("IHDR names an unknown colour type");
    };
  }

  private SampleLayout indexed(int bits) throws UndecodableException {
    if (palette == null) {
      throw UndecodableException.malformed("the palette is missing");
    }
    return SampleLayout.indexed(bits, palette);
  }

  Inflation inflation() {
    return new Inflation(this);
  }

  /// The unpacked IDAT chunks as one stream. Bytes behind the picture are ignored.
  static final class Inflation implements AutoCloseable {
    private final Inflater inflater = new Inflater();
    private final byte[] one = new byte[1];
    private final PngChunks chunks;
    private long next;

    private Inflation(PngChunks chunks) {
      this.chunks = chunks;
      this.next = chunks.dataAt;
    }

    int read() throws UndecodableException, DataFormatException {
      readFully(one);
      return one[0];
    }

    void readFully(byte[] to) throws UndecodableException, DataFormatException {
      for (int filled = 0; filled < to.length; ) {
        int count = inflater.inflate(to, filled, to.length - filled);
        filled += count;
        if (count == 0) {
          chunks.progress.step();
          feed();
        }
      }
    }

    private void feed() throws UndecodableException {
      check(!inflater.needsDictionary(), "the compressed data need a dictionary");
      if (inflater.finished() || isOver()) {
        throw chunks.tooShort();
      }
      inflater.setInput(chunks.file.buffer(next + HEAD, chunks.dataThere(next)));
      next += chunks.file.u32(next) + FRAMING;
    }

    private boolean isOver() {
      return next >= chunks.at;
    }

    /// Reads on behind the last row of a file that is cut in its data, as far as zlib's
    /// checksum.
    void verifyCutEnd() throws DataFormatException {
      boolean cut = chunks.at > chunks.file.length();
      if (cut && isOver()) {
        inflater.inflate(one);
      }
    }

    @Override
    public void close() {
      inflater.end();
    }
  }
}
