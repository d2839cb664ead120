package org.vigie.server.report.web;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.vigie.server.access.CallerAddress;

/// Bounds the concurrent uses by one network. If a proxy does not forward addresses, nothing is
/// counted, as all would share one network. Threads: any.
final class NetworkShare {
  private final int most;
  private final Map<String, Integer> underWay = new HashMap<>();

  NetworkShare(int most) {
    this.most = most;
  }

  /// A place that is free again when closed.
  interface Place extends AutoCloseable {
    @Override
    void close();
  }

  /// Takes a place, if the network has one left.
  Optional<Place> take(CallerAddress address) {
    return address
        .network()
        .map(network ->
            enter(network) ? Optional.<Place>of(() -> leave(network)) : Optional.<Place>empty())
        .orElseGet(() -> Optional.of(() -> {}));
  }

  private synchronized boolean enter(String network) {
    int now = underWay.getOrDefault(network, 0);
    if (now < most) {
      underWay.put(network, now + 1);
    }
    return now < most;
  }

  private synchronized void leave(String network) {
    underWay.computeIfPresent(network, (_, count) -> count == 1 ? null : count - 1);
  }
}
