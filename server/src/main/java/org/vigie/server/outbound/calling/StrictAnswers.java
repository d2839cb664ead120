package org.vigie.server.outbound.calling;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParser;
import org.apache.hc.core5.http.io.SessionInputBuffer;
import org.vigie.server.outbound.OutboundException;
import org.vigie.server.outbound.OutboundException.Cause;

/// Reads the heads of answers, more strictly than the library by itself: a head that ends early is
/// no head, all of it together has at most 64 KB, and no host changes the protocol. Threads: one
/// at a time.
final class StrictAnswers extends DefaultHttpResponseParser {
  /// Bounds of the head, and of each chunk's line and the trailers after a chunked body.
  static final Http1Config LIMITS =
      Http1Config.custom().setMaxLineLength(10_240).setMaxHeaderCount(100).build();

  private static final int MOST_BYTES = 65_536;

  StrictAnswers() {
    super(LIMITS);
  }

  @Override
  public ClassicHttpResponse parse(SessionInputBuffer buffer, InputStream in)
      throws IOException, HttpException {
    ClassicHttpResponse answer = super.parse(buffer, new WholeHead(in));
    if (answer.getCode() == HttpStatus.SC_SWITCHING_PROTOCOLS) {
      throw new ProtocolException("another protocol was not asked for");
    }
    return answer;
  }

  /// Reads while the head is not complete.
  private static final class WholeHead extends FilterInputStream {
    private int left = MOST_BYTES;

    WholeHead(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = left > 0 ? super.read(bytes, offset, length) : -1;
      if (read < 0) {
        throw new OutboundException(Cause.BAD_ANSWER);
      }
      left -= read;
      return read;
    }
  }
}
