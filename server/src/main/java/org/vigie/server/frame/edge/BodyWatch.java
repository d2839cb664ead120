package org.vigie.server.frame.edge;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.vigie.server.frame.BodyAllowance;

/// Stops reading a body that is over its limit, takes longer than it may, or finds no memory.
///
/// It stands between Tomcat's connector and everything that reads: handlers, form parameters and
/// uploads alike, which a servlet filter would not reach. The time between two reads is bounded
/// by Tomcat's own timeout; this bounds the whole and asks for a least rate, so that a body
/// sent byte by byte does not hold a place for long.
public final class BodyWatch extends ValveBase {
  private final BodyLimits limits;
  private final BodyMemory memory;
  private final LongSupplier nanoTime;

  /// @param nanoTime a clock that never goes back, as [System#nanoTime()]
  public BodyWatch(BodyLimits limits, BodyMemory memory, LongSupplier nanoTime) {
    super(true);
    this.limits = limits;
    this.memory = memory;
    this.nanoTime = nanoTime;
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    org.apache.coyote.Request received = request.getCoyoteRequest();
    InputBuffer source = received.getInputBuffer();
    Watched watched = new Watched(source, limits.of(request));
    received.setInputBuffer(watched);
    try {
      getNext().invoke(request, response);
    } finally {
      received.setInputBuffer(source);
      watched.giveBack();
    }
  }

  /// The body of one request.
  private final class Watched implements InputBuffer {
    private final InputBuffer source;
    private final BodyLimits.Limit limit;
    private final long begin = nanoTime.getAsLong();
    private long bytes;
    private long held;

    private Watched(InputBuffer source, BodyLimits.Limit limit) {
      this.source = source;
      this.limit = limit;
    }

    @Override
    public int doRead(ApplicationBufferHandler handler) throws IOException {
      int read = source.doRead(handler);
      if (read > 0) {
        bytes += read;
        checkSize(read);
        checkPace();
      }
      return read;
    }

    private void checkSize(int read) throws IOException {
      if (bytes > limit.maxBytes()) {
        throw BodyRefusedException.tooLarge(limit.maxBytes());
      }
      if (limit.holding() instanceof BodyAllowance.Holding.Memory) {
        if (!memory.take(read)) {
          throw BodyRefusedException.noMemory();
        }
        held += read;
      }
    }

    private void checkPace() throws IOException {
      Duration since = Duration.ofNanos(nanoTime.getAsLong() - begin);
      if (since.compareTo(limit.deadline()) > 0 || limits.pace().isTooSlow(since, bytes)) {
        throw BodyRefusedException.tooSlow();
      }
    }

    /// What a handler made of the body is not needed any more.
    private void giveBack() {
      memory.giveBack(held);
      held = 0;
    }

    @Override
    public int available() {
      return source.available();
    }
  }
}
