package org.vigie.server.hma.fetch;

import java.io.IOException;
import java.io.InputStream;
import org.vigie.server.hma.fetch.FetchException.Cause;

/// The content of a body that arrives in chunks (RFC 9112, section 7.1); ends at the last chunk.
final class ChunkedInput extends InputStream {
  private static final int LONGEST_LINE = 1_024;

  private final InputStream in;
  private SizedInput chunk;
  private boolean first = true;
  private boolean ended;

  ChunkedInput(InputStream in) {
    this.in = in;
    this.chunk = new SizedInput(in, 0);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    int read = chunk.read(bytes, offset, length);
    if (read >= 0 || ended) {
      return read;
    }
    nextChunk();
    return chunk.read(bytes, offset, length);
  }

  private void nextChunk() throws IOException {
    if (!first && !line().isEmpty()) {
      throw new FetchException(Cause.BAD_ANSWER);
    }
    first = false;
    String size = line().split(";", 2)[0].strip();
    if (!size.matches("[0-9a-fA-F]{1,15}")) {
      throw new FetchException(Cause.BAD_ANSWER);
    }
    long length = Long.parseLong(size, 16);
    chunk = new SizedInput(in, length);
    ended = length == 0;
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0 || line.length() == LONGEST_LINE) {
        throw new FetchException(Cause.BAD_ANSWER);
      }
      line.append((char) next);
    }
    return line.toString().strip();
  }
}
