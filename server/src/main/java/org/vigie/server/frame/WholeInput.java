package org.vigie.server.frame;

import jakarta.servlet.http.HttpServletRequest;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;

/* An array has its length from the beginning, and the length of a file is known only from the
request's headers. Trusting it at the first byte would let a few bytes take the memory of a large
file. So pieces are kept until an eighth has come; then one array of the whole length is made, the
pieces are copied and released, and the rest is read straight into it: the peak is the file and an
eighth of it. If the length is unknown or wrong, pieces are put together at the end, which takes
twice the file for a moment. Either way each byte is counted before it is held, so that a sender who
makes the estimate wrong gains nothing. */
/// A stream whose content is read into one array without a second copy, where its length can be
/// known. Threads: one at a time.
public final class WholeInput extends FilterInputStream {
  private static final int PIECE = 1 << 16;
  private static final int EARLY = 8;
  private static final int MOST = Integer.MAX_VALUE - 8;

  private final LongSupplier rest;
  private final BodyHold hold;

  /// @param rest the number of bytes that will probably come; negative if unknown
  /// @param hold counts the memory besides the received bytes
  WholeInput(InputStream in, LongSupplier rest, BodyHold hold) {
    super(in);
    this.rest = rest;
    this.hold = hold;
  }

  /// Returns the body of a request that is a file and nothing else.
  public static WholeInput of(HttpServletRequest request) throws IOException {
    ReceivedBody body = new ReceivedBody(request);
    return new WholeInput(body.stream(), body::rest, BodyHold.of(request));
  }

  @Override
  public byte[] readAllBytes() throws IOException {
    return readNBytes(MOST);
  }

  @Override
  public byte[] readNBytes(int most) throws IOException {
    List<byte[]> pieces = new ArrayList<>();
    int count = 0;
    while (true) {
      byte[] piece = new byte[Math.min(PIECE, most - count)];
      int read = in.readNBytes(piece, 0, piece.length);
      pieces.add(piece);
      count += read;
      if (read < piece.length || count == most) {
        return joined(pieces, count);
      }
      long size = Math.min(count + rest.getAsLong(), most);
      if (size > count && size <= (long) EARLY * count) {
        return inOne(pieces, count, (int) size, most);
      }
    }
  }

  private byte[] joined(List<byte[]> pieces, int count) throws IOException {
    if (pieces.size() == 1) {
      byte[] only = pieces.getFirst();
      return only.length == count ? only : Arrays.copyOf(only, count);
    }
    hold.take(count);
    byte[] all = copied(pieces, count, count);
    hold.giveBack(count);
    return all;
  }

  /// Lets the pieces go.
  private static byte[] copied(List<byte[]> pieces, int count, int size) {
    byte[] all = new byte[size];
    int at = 0;
    for (byte[] piece : pieces) {
      int length = Math.min(piece.length, count - at);
      System.arraycopy(piece, 0, all, at, length);
      at += length;
    }
    pieces.clear();
    return all;
  }

  private byte[] inOne(List<byte[]> pieces, int count, int size, int most) throws IOException {
    hold.take(size);
    byte[] all = copied(pieces, count, size);
    hold.giveBack(count);
    int filled = filled(all, count);
    if (filled < size) {
      return resized(all, filled, filled);
    }
    byte[] more = size == most ? new byte[0] : readNBytes(most - size);
    if (more.length == 0) {
      return all;
    }
    byte[] longer = resized(all, size, Math.addExact(size, more.length));
    System.arraycopy(more, 0, longer, size, more.length);
    return longer;
  }

  /// Reads until an array is full or the stream ends; these bytes are counted as received, so they
  /// are no longer counted as held.
  private int filled(byte[] all, int from) throws IOException {
    int filled = from;
    while (filled < all.length) {
      int read = in.read(all, filled, Math.min(PIECE, all.length - filled));
      if (read < 0) {
        return filled;
      }
      filled += read;
      hold.giveBack(read);
    }
    return filled;
  }

  /// Copies a partly filled array. Only the filled part is counted afterwards.
  private byte[] resized(byte[] all, int filled, int size) throws IOException {
    hold.take(size);
    byte[] other = Arrays.copyOf(all, size);
    hold.giveBack(size + (long) all.length - filled);
    return other;
  }
}
