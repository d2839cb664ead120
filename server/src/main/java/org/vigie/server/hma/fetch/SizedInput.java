package org.vigie.server.hma.fetch;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.vigie.server.hma.fetch.FetchException.Cause;

/// The content of a body of an announced length; a body that ends before it is no content.
final class SizedInput extends FilterInputStream {
  private long left;

  SizedInput(InputStream in, long length) {
    super(in);
    this.left = length;
  }

  /// Returns how many bytes are still to come.
  long left() {
    return left;
  }

  /// Reads what is still to come into one array, without pieces in between.
  @Override
  public byte[] readAllBytes() throws IOException {
    byte[] all = new byte[Math.toIntExact(left)];
    readNBytes(all, 0, all.length);
    return all;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (left == 0) {
      return -1;
    }
    int read = super.read(bytes, offset, (int) Math.min(length, left));
    if (read < 0) {
      throw new FetchException(Cause.NOT_REACHED);
    }
    left -= read;
    return read;
  }
}
