package org.vigie.server.frame.edge;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/* A connection that is closed while bytes arrive is reset, and its sender may never see the answer.
So the answer is sent, and later bytes are read and discarded for a while (the "lingering close" of
HTTP servers, RFC 9112, section 9.6). Tomcat itself would skip a number of bytes, however long they
take: a sender of one byte every few seconds would hold the connection for days. */
/// The rest of a body that arrives after its request was answered. Threads: any.
final class UnreadBody {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /// For a body that was too slow already: enough for a client that sends the rest before it reads.
  private static final Duration LAST_PATIENCE = Duration.ofSeconds(2);

  private static final Duration PAUSE = Duration.ofMillis(50);

  private final LongSupplier nanoTime;

  UnreadBody(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /// How the reading of a body ended.
  enum Ended {
    NOT_YET,
    WHOLE,
    /// It came too slowly.
    GIVEN_UP
  }

  /// Sends the answer of a request and skips the rest of its body; ends the connection if the rest
  /// takes too long.
  ///
  /// @param read the number of bytes already read
  void passOver(Request request, Response response, long read, Ended ended) throws IOException {
    org.apache.coyote.Request received = request.getCoyoteRequest();
    if (ended == Ended.WHOLE || !hasMore(received, read)) {
      return;
    }
    response.finishResponse();
    if (ended == Ended.GIVEN_UP) {
      drain(received, read);
      response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, null);
    } else if (!isPassedOver(received, read)) {
      response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, null);
    }
  }

  private static boolean hasMore(org.apache.coyote.Request received, long read) {
    return received.getMimeHeaders().getHeader("transfer-encoding") != null
        || received.getContentLengthLong() > read;
  }

  private boolean isPassedOver(org.apache.coyote.Request received, long read) {
    long begin = nanoTime.getAsLong();
    InputBuffer source = received.getInputBuffer();
    Forgotten forgotten = new Forgotten();
    long passed = read;
    try {
      while (hasMore(received, passed)) {
        int some = source.doRead(forgotten);
        if (some < 0) {
          return true;
        }
        passed += some;
        if (nanoTime.getAsLong() - begin > PATIENCE.toNanos()) {
          return false;
        }
      }
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  /// Discards available bytes, and never waits in a read, as the sender may have gone silent.
  private void drain(org.apache.coyote.Request received, long read) {
    long begin = nanoTime.getAsLong();
    InputBuffer source = received.getInputBuffer();
    Forgotten forgotten = new Forgotten();
    long passed = read;
    try {
      while (hasMore(received, passed) && nanoTime.getAsLong() - begin < LAST_PATIENCE.toNanos()) {
        received.action(ActionCode.AVAILABLE, true);
        if (received.getAvailable() == 0) {
          LockSupport.parkNanos(PAUSE.toNanos());
          continue;
        }
        int some = source.doRead(forgotten);
        if (some < 0) {
          return;
        }
        passed += some;
      }
    } catch (IOException _) {
      // The sender has gone.
    }
  }

  /// Holds the last received bytes until the next read.
  private static final class Forgotten implements ApplicationBufferHandler {
    private ByteBuffer bytes = EMPTY_BUFFER;

    @Override
    public void setByteBuffer(ByteBuffer buffer) {
      bytes = buffer;
    }

    @Override
    public ByteBuffer getByteBuffer() {
      return bytes;
    }

    @Override
    public void expand(int size) {}
  }
}
