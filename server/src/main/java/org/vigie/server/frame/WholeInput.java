package org.vigie.server.frame;

import jakarta.servlet.http.HttpServletRequest;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.vigie.media.NativeBytes;

/* Memory has its size from the beginning, and the length of a file is known only from the request's
headers. Trusting it at the first byte would let a few bytes take the memory of a large file. So
pieces are kept until an eighth has come; then memory of the whole length is allocated, the pieces
are copied and freed, and the rest is read straight into it: the peak is the file and an eighth of
it. If the length is unknown or wrong, pieces are put together at the end, which takes twice the
file for a moment. Either way each byte is counted before it is held, so that a sender who makes the
estimate wrong gains nothing. */
/// A stream whose content is read into memory outside the heap without a second copy, where its
/// length can be known. Threads: one at a time.
public final class WholeInput extends FilterInputStream {
  private static final int PIECE = 1 << 16;
  private static final int EARLY = 8;

  private final LongSupplier rest;
  private final BodyHold hold;

  /// @param rest the number of bytes that will probably come; negative if unknown
  /// @param hold allocates the memory, and counts it besides the received bytes
  public WholeInput(InputStream in, LongSupplier rest, BodyHold hold) {
    super(in);
    this.rest = rest;
    this.hold = hold;
  }

  /// Returns the body of a request that is a file and nothing else.
  public static WholeInput of(HttpServletRequest request) throws IOException {
    ReceivedBody body = new ReceivedBody(request);
    return new WholeInput(body.stream(), body::rest, BodyHold.of(request));
  }

  /// Reads to the end, or up to a number of bytes, into memory that belongs to the request.
  public NativeBytes readWhole(int most) throws IOException {
    byte[] buffer = new byte[Math.min(PIECE, most)];
    return whole(buffer, in.readNBytes(buffer, 0, buffer.length), most);
  }

  /// @param read how many bytes are in the buffer
  private NativeBytes whole(byte[] buffer, int read, int most) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      Pieces pieces = new Pieces(arena, new ArrayList<>());
      int last = read;
      int count = read;
      while (last == buffer.length && count < most) {
        long size = Math.min(count + rest.getAsLong(), most);
        if (size > count && size <= (long) EARLY * count) {
          return inOne(begun(pieces, buffer, count, size), buffer, count, most);
        }
        pieces.add(buffer);
        last = in.readNBytes(buffer, 0, Math.min(buffer.length, most - count));
        count += last;
      }
      return begun(pieces, buffer, count, count);
    }
  }

  /// The bytes that came before memory was allocated, except those in the buffer.
  private record Pieces(Arena arena, List<MemorySegment> all) {
    void add(byte[] piece) {
      MemorySegment added = arena.allocate(piece.length);
      added.copyFrom(MemorySegment.ofArray(piece));
      all.add(added);
    }

    /// Copies them and returns how many bytes they were.
    long copyTo(MemorySegment memory) {
      long at = 0;
      for (MemorySegment piece : all) {
        memory.asSlice(at).copyFrom(piece);
        at += piece.byteSize();
      }
      return at;
    }
  }

  /// Returns memory that begins with the bytes that have come, which are no longer counted besides.
  private NativeBytes begun(Pieces pieces, byte[] buffer, int count, long size) throws IOException {
    NativeBytes all = hold.allocate(size);
    long at = pieces.copyTo(all.segment());
    copy(buffer, all, at, (int) (count - at));
    hold.giveBack(count);
    return all;
  }

  private static void copy(byte[] from, NativeBytes to, long at, int count) {
    MemorySegment.copy(MemorySegment.ofArray(from), 0, to.segment(), at, count);
  }

  private NativeBytes inOne(NativeBytes all, byte[] buffer, int count, int most)
      throws IOException {
    long filled = filled(all, buffer, count);
    if (filled < all.size()) {
      return replaced(all, filled, hold.allocate(filled));
    }
    int left = most - (int) filled;
    int read = in.readNBytes(buffer, 0, Math.min(buffer.length, left));
    if (read == 0) {
      return all;
    }
    NativeBytes more = whole(buffer, read, left);
    NativeBytes longer = replaced(all, filled, hold.allocate(filled + more.size()));
    longer.segment().asSlice(filled).copyFrom(more.segment());
    hold.free(more);
    return longer;
  }

  /// Reads until memory is full or the stream ends; these bytes are counted as received, so they
  /// are no longer counted as held.
  private long filled(NativeBytes all, byte[] buffer, int from) throws IOException {
    long filled = from;
    while (filled < all.size()) {
      int read = in.read(buffer, 0, (int) Math.min(buffer.length, all.size() - filled));
      if (read < 0) {
        return filled;
      }
      copy(buffer, all, filled, read);
      filled += read;
      hold.giveBack(read);
    }
    return filled;
  }

  /// Moves the filled part of memory to other memory.
  private NativeBytes replaced(NativeBytes all, long filled, NativeBytes other) {
    MemorySegment.copy(all.segment(), 0, other.segment(), 0, filled);
    hold.free(all);
    return other;
  }
}
