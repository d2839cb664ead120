package org.vigie.server.frame.edge;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.coyote.Processor;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketWrapperBase;

/// Ends connections whose request head, or TLS handshake, takes longer than it may. Tomcat bounds
/// only the time between two reads, so a byte every few seconds would hold a connection for ever.
///
/// An idle connection, new or after a request, is left alone: that time is between two reads.
/// Threads: one.
final class SlowHeads {
  private final long limit;
  private Map<SocketChannel, Long> handshakes = new HashMap<>();

  /// @param limit from the first byte of a head to its end
  SlowHeads(Duration limit) {
    this.limit = limit.toNanos();
  }

  /// Ends the connections that are too slow. Returns their number.
  ///
  /// @param now of [System#nanoTime()], the clock by which Tomcat notes the start of a head
  int end(OpenConnections open, long now) {
    Map<SocketChannel, Long> pending = new HashMap<>();
    int ended = 0;
    for (Map.Entry<SocketChannel, SocketWrapperBase<NioChannel>> each : open.entrySet()) {
      long since = since(each.getKey(), each.getValue(), now);
      if (!each.getValue().getSocket().isHandshakeComplete()) {
        pending.put(each.getKey(), since);
      }
      ended += now - since > limit && end(each.getKey()) ? 1 : 0;
    }
    handshakes = pending;
    return ended;
  }

  private long since(SocketChannel channel, SocketWrapperBase<NioChannel> wrapper, long now) {
    return wrapper.getSocket().isHandshakeComplete()
        ? headBegan(wrapper.getCurrentProcessor(), now)
        : handshakes.getOrDefault(channel, now);
  }

  /// A connection keeps its processor between two reads only while a head is not complete, an
  /// answer is being made on another thread, or it has changed its protocol.
  private static long headBegan(Object processor, long now) {
    if (!(processor instanceof Processor http) || http.isUpgrade() || http.isAsync()) {
      return now;
    }
    long began = http.getRequest().getStartTimeNanos();
    return began < 0 ? now : began;
  }

  /// Lets Tomcat read the end of the stream, upon which it closes the connection by itself.
  private static boolean end(SocketChannel channel) {
    try {
      channel.shutdownInput();
      return true;
    } catch (IOException _) {
      return false;
    }
  }
}
