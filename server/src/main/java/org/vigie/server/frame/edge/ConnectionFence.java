package org.vigie.server.frame.edge;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.InetAddress;

/// The bounds on connections of an endpoint, and their figures.
final class ConnectionFence {
  private final ConnectionShares shares;
  private final SlowHeads heads;
  private final MeterRegistry meters;
  private final Counter refused;
  private final Counter slow;

  ConnectionFence(ConnectionShares shares, SlowHeads heads, MeterRegistry meters) {
    this.shares = shares;
    this.heads = heads;
    this.meters = meters;
    this.refused = Counter.builder("vigie.connections.refused")
        .description("Connections closed unread as their network held its share")
        .register(meters);
    this.slow = Counter.builder("vigie.connections.slow")
        .description("Connections closed as the head of their request took too long")
        .register(meters);
  }

  /// Measures the open connections.
  void watch(OpenConnections open) {
    Gauge.builder("vigie.connections.open", open, OpenConnections::size)
        .description("Connections that are open")
        .register(meters);
  }

  /// Returns whether a new connection is closed, and counts it then.
  boolean refuses(InetAddress from, int most, int open, int ofNetwork) {
    boolean refuses = shares.counts(from) && !shares.admits(most, open, ofNetwork);
    if (refuses) {
      refused.increment();
    }
    return refuses;
  }

  void endSlow(OpenConnections open) {
    slow.increment(heads.end(open, System.nanoTime()));
  }
}
