package org.vigie.server.frame.edge;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.function.LongSupplier;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/// Stops reading a body that is over its limit or takes longer than it may.
///
/// It stands between Tomcat's connector and everything that reads: handlers, form parameters and
/// uploads alike, which a servlet filter would not reach. The time between two reads is bounded by
/// Tomcat's own timeout; this bounds the whole, so that a body sent byte by byte does not hold a
/// place for long.
public final class BodyWatch extends ValveBase {
  private final BodyLimits limits;
  private final LongSupplier nanoTime;

  /// @param nanoTime a clock that never goes back, as [System#nanoTime()]
  public BodyWatch(BodyLimits limits, LongSupplier nanoTime) {
    super(true);
    this.limits = limits;
    this.nanoTime = nanoTime;
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    org.apache.coyote.Request received = request.getCoyoteRequest();
    InputBuffer source = received.getInputBuffer();
    received.setInputBuffer(new Watched(source, limits.maxBytesOf(request.getContentType())));
    try {
      getNext().invoke(request, response);
    } finally {
      received.setInputBuffer(source);
    }
  }

  /// The body of one request.
  private final class Watched implements InputBuffer {
    private final InputBuffer source;
    private final long maxBytes;
    private final long begin = nanoTime.getAsLong();
    private long bytes;

    private Watched(InputBuffer source, long maxBytes) {
      this.source = source;
      this.maxBytes = maxBytes;
    }

    @Override
    public int doRead(ApplicationBufferHandler handler) throws IOException {
      int read = source.doRead(handler);
      bytes += Math.max(0, read);
      if (bytes > maxBytes) {
        throw BodyRefusedException.tooLarge(maxBytes);
      }
      if (read > 0 && nanoTime.getAsLong() - begin > limits.deadline().toNanos()) {
        throw BodyRefusedException.tooSlow();
      }
      return read;
    }

    @Override
    public int available() {
      return source.available();
    }
  }
}
