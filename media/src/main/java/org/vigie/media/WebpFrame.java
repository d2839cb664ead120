package org.vigie.media;

import static org.vigie.media.UndecodableException.check;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// The first frame of a WebP: one VP8 or VP8L chunk and its place on the canvas.
///
/// @param at the offset of the chunk
/// @param length of its content
/// @param left columns from the canvas's left edge
/// @param top rows from its top
/// @param size of the frame, as its container says
record WebpFrame(FileBytes file, long at, long length, int left, int top, PictureSize size) {
  private static final int FIRST_CHUNK = 12;
  private static final int CHUNK_HEADER = 8;
  private static final int ANIMATION_HEADER = 16;
  private static final int LOSSLESS_SIGNATURE = 0x2f;

  /// Returns the size of the canvas, or of the only frame if there is no canvas.
  static PictureSize canvas(MemorySegment bytes) throws UndecodableException {
    FileBytes file = FileBytes.littleEndian(bytes);
    if (file.has(FIRST_CHUNK, "VP8X")) {
      return new PictureSize(file.u24(24) + 1L, file.u24(27) + 1L);
    }
    check(isFrame(file, FIRST_CHUNK), "the first chunk holds no picture");
    return bitstreamSize(file, FIRST_CHUNK);
  }

  /// Finds the first frame.
  static WebpFrame first(MemorySegment bytes, PictureSize canvas) throws UndecodableException {
    FileBytes file = FileBytes.littleEndian(bytes);
    file.require(CHUNK_HEADER, file.u32(4), "the picture");
    WebpFrame frame = find(file, FIRST_CHUNK, file.u32(4) + CHUNK_HEADER, canvas);
    if (frame == null) {
      throw UndecodableException.malformed("the file has no frame");
    }
    PlacedPlane.checkFits(canvas, frame.left, frame.top, frame.size);
    check(
        bitstreamSize(file, frame.at).equals(frame.size),
        "the frame has another size than its container says");
    return frame;
  }

  /// Returns a file of the frame alone: no profile, alpha, animation or metadata.
  ///
  /// @param arena in which it is made
  ByteBuffer bare(Arena arena) {
    int padded = Math.toIntExact(length + length % 2);
    return arena
        .allocate(FIRST_CHUNK + CHUNK_HEADER + padded)
        .asByteBuffer()
        .order(ByteOrder.LITTLE_ENDIAN)
        .put("RIFF".getBytes(StandardCharsets.US_ASCII))
        .putInt(4 + CHUNK_HEADER + padded)
        .put("WEBP".getBytes(StandardCharsets.US_ASCII))
        .put(file.buffer(at, CHUNK_HEADER + length))
        .rewind();
  }

  private static @Nullable WebpFrame find(FileBytes file, long from, long end, PictureSize canvas)
      throws UndecodableException {
    for (long at = from; at + CHUNK_HEADER <= end; ) {
      long length = file.u32(at + 4);
      check(at + CHUNK_HEADER + length <= end, "a chunk reaches beyond its container");
      if (isFrame(file, at)) {
        return new WebpFrame(file, at, length, 0, 0, canvas);
      }
      if (file.has(at, "ANMF")) {
        return animated(file, at + CHUNK_HEADER, length);
      }
      at += CHUNK_HEADER + length + length % 2;
    }
    return null;
  }

  private static @Nullable WebpFrame animated(FileBytes file, long at, long length)
      throws UndecodableException {
    PictureSize size = new PictureSize(file.u24(at + 6) + 1L, file.u24(at + 9) + 1L);
    WebpFrame frame = find(file, at + ANIMATION_HEADER, at + length, size);
    return frame == null
        ? null
        : new WebpFrame(file, frame.at, frame.length, 2 * file.u24(at), 2 * file.u24(at + 3), size);
  }

  private static boolean isFrame(FileBytes file, long at) {
    return file.has(at, "VP8 ") || file.has(at, "VP8L");
  }

  private static PictureSize bitstreamSize(FileBytes file, long at) throws UndecodableException {
    long data = at + CHUNK_HEADER;
    if (file.has(at, "VP8 ")) {
      check(
          (file.u8(data) & 1) == 0 && file.u24(data + 3) == 0x2a019d, "the VP8 data are no frame");
      return new PictureSize(file.u16(data + 6) & 0x3fff, file.u16(data + 8) & 0x3fff);
    }
    check(file.u8(data) == LOSSLESS_SIGNATURE, "the VP8L data have no signature");
    long bits = file.u32(data + 1);
    return new PictureSize((bits & 0x3fff) + 1, (bits >> 14 & 0x3fff) + 1);
  }
}
