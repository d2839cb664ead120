package org.vigie.server.frame;

import jakarta.servlet.http.HttpServletRequest;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// The body of a request, and the number of announced bytes not read yet.
final class ReceivedBody {
  private final long length;
  private final InputStream stream;
  private long read;

  ReceivedBody(HttpServletRequest request) throws IOException {
    this.length = request.getContentLengthLong();
    this.stream = new Counted(request.getInputStream());
  }

  InputStream stream() {
    return stream;
  }

  /// Returns the number of bytes still to come; negative if the length was not announced.
  long rest() {
    return length < 0 ? -1 : length - read;
  }

  private final class Counted extends FilterInputStream {
    private Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      read += one < 0 ? 0 : 1;
      return one;
    }

    @Override
    public int read(byte[] bytes, int offset, int size) throws IOException {
      int some = super.read(bytes, offset, size);
      read += Math.max(0, some);
      return some;
    }
  }
}
