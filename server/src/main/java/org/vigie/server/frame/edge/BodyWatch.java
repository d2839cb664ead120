package org.vigie.server.frame.edge;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.http.parser.MediaType;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.vigie.media.NativeBytes;
import org.vigie.server.frame.BodyAllowance;
import org.vigie.server.frame.BodyHold;
import org.vigie.server.frame.Lane;
import org.vigie.server.frame.MemoryBudget;

/// Stops reading a body that is over its limit, takes longer than it may, or finds no memory.
///
/// It is between Tomcat's connector and all readers: handlers, form parameters and uploads alike,
/// which a servlet filter would not reach. The time between two reads is bounded by Tomcat's own
/// timeout; this bounds the whole and requires a minimum rate, so that a body sent byte by byte
/// does not hold a place for long.
public final class BodyWatch extends ValveBase {
  private static final String FIELDS = "application/x-www-form-urlencoded";

  private final BodyLimits limits;
  private final BodyMemory memory;
  private final LongSupplier nanoTime;
  private final UnreadBody unread;

  /// @param nanoTime a clock that never goes back, as [System#nanoTime()]
  public BodyWatch(BodyLimits limits, BodyMemory memory, LongSupplier nanoTime) {
    super(true);
    this.limits = limits;
    this.memory = memory;
    this.nanoTime = nanoTime;
    this.unread = new UnreadBody(nanoTime);
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    org.apache.coyote.Request received = request.getCoyoteRequest();
    InputBuffer source = received.getInputBuffer();
    BodyLimits.Limit limit = limits.of(request);
    Watched watched = new Watched(source, limit, isHeld(request, limit));
    boolean readable = response.getStatus() < HttpStatus.BAD_REQUEST.value();
    received.setInputBuffer(watched);
    request.setAttribute(BodyHold.ATTRIBUTE, watched);
    try {
      getNext().invoke(request, response);
    } finally {
      received.setInputBuffer(source);
      watched.end();
    }
    if (readable && !request.isAsync()) {
      unread.passOver(request, response, watched.bytes, watched.ended);
    }
  }

  /// The fields of a form without files are held in memory wherever it is sent.
  private static boolean isHeld(Request request, BodyLimits.Limit limit) {
    return limit.holding() instanceof BodyAllowance.Holding.Memory
        || FIELDS.equals(MediaType.parseMediaTypeOnly(request.getContentType()));
  }

  /// The body of one request.
  private final class Watched implements InputBuffer, BodyHold {
    private final InputBuffer source;
    private final BodyLimits.Limit limit;
    private final boolean counted;
    private final long begin = nanoTime.getAsLong();
    private final Set<NativeBytes> allocated = new HashSet<>();
    private long bytes;
    private long held;

    /// Found at the first byte that is held: the filters before have found out who sends.
    private @Nullable MemoryBudget budget;

    /// Closing a part reads it to its end, which must take no memory any more.
    private @Nullable BodyRefusedException refused;

    private UnreadBody.Ended ended = UnreadBody.Ended.NOT_YET;

    private Watched(InputBuffer source, BodyLimits.Limit limit, boolean counted) {
      this.source = source;
      this.limit = limit;
      this.counted = counted;
    }

    @Override
    public int doRead(ApplicationBufferHandler handler) throws IOException {
      if (refused != null) {
        throw refused;
      }
      int read = received(handler);
      if (read < 0) {
        ended = UnreadBody.Ended.WHOLE;
      }
      if (read > 0) {
        bytes += read;
        checkSize(read);
        checkPace();
      }
      return read;
    }

    private int received(ApplicationBufferHandler handler) throws IOException {
      try {
        return source.doRead(handler);
      } catch (SocketTimeoutException _) {
        throw tooSlow();
      }
    }

    private void checkSize(int read) throws IOException {
      if (bytes > limit.maxBytes()) {
        throw BodyRefusedException.tooLarge(limit.maxBytes());
      }
      if (counted) {
        take(read);
      }
    }

    @Override
    public void take(long more) throws IOException {
      if (!budget().take(more)) {
        refused = BodyRefusedException.noMemory();
        throw refused;
      }
      held += more;
    }

    private MemoryBudget budget() {
      MemoryBudget mine = budget;
      if (mine == null) {
        mine = memory.of(Lane.current());
        budget = mine;
      }
      return mine;
    }

    @Override
    public void giveBack(long less) {
      budget().giveBack(less);
      held -= less;
    }

    /// The memory gives itself back when it is freed, which may be after the end of the request.
    @Override
    public NativeBytes allocate(long size) throws IOException {
      take(size);
      held -= size;
      MemoryBudget mine = budget();
      NativeBytes memory = NativeBytes.allocate(size, () -> mine.giveBack(size));
      allocated.add(memory);
      return memory;
    }

    @Override
    public void free(NativeBytes memory) {
      allocated.remove(memory);
      memory.close();
    }

    private void checkPace() throws IOException {
      Duration since = Duration.ofNanos(nanoTime.getAsLong() - begin);
      if (since.compareTo(limit.deadline()) > 0 || limits.pace().isTooSlow(since, bytes)) {
        throw tooSlow();
      }
    }

    private BodyRefusedException tooSlow() {
      ended = UnreadBody.Ended.GIVEN_UP;
      return BodyRefusedException.tooSlow();
    }

    /// Releases the memory that a handler took for the body.
    private void end() {
      try {
        List.copyOf(allocated).forEach(this::free);
      } finally {
        giveBack(held);
      }
    }

    @Override
    public int available() {
      return source.available();
    }
  }
}
