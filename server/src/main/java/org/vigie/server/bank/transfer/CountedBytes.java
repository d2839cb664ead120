package org.vigie.server.bank.transfer;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Bytes that are counted while they are read. For one thread.
final class CountedBytes extends FilterInputStream {
  private long count;

  CountedBytes(InputStream bytes) {
    super(bytes);
  }

  /// Returns how many were read.
  long count() {
    return count;
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    count += read < 0 ? 0 : 1;
    return read;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int read = super.read(into, offset, length);
    count += Math.max(0, read);
    return read;
  }
}
