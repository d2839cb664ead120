package org.vigie.server.frame.edge;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.AbstractMap;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;
import org.vigie.server.frame.SubscriberNetwork;

/// The open connections of an endpoint, in the map where Tomcat itself keeps them, and the number
/// of each network. Tomcat adds each once and removes it when it closes for any reason, so the
/// counts cannot drift. Threads: any.
final class OpenConnections extends AbstractMap<SocketChannel, SocketWrapperBase<NioChannel>> {
  private final Map<SocketChannel, SocketWrapperBase<NioChannel>> open = new ConcurrentHashMap<>();
  private final Map<SocketChannel, String> networks = new ConcurrentHashMap<>();
  private final Map<String, Integer> counts = new ConcurrentHashMap<>();

  /// Returns the address at the other end; empty if it has gone already.
  static Optional<InetAddress> address(SocketChannel channel) {
    try {
      return channel.getRemoteAddress() instanceof InetSocketAddress peer
          ? Optional.of(peer.getAddress())
          : Optional.empty();
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  /// Returns how many connections a network has.
  int of(String network) {
    return counts.getOrDefault(network, 0);
  }

  @Override
  public @Nullable SocketWrapperBase<NioChannel> put(
      SocketChannel channel, SocketWrapperBase<NioChannel> wrapper) {
    address(channel).map(SubscriberNetwork::of).ifPresent(network -> {
      if (networks.put(channel, network) == null) {
        counts.merge(network, 1, Integer::sum);
      }
    });
    return open.put(channel, wrapper);
  }

  @Override
  public @Nullable SocketWrapperBase<NioChannel> remove(@Nullable Object channel) {
    if (channel == null) {
      return null;
    }
    String network = networks.remove(channel);
    if (network != null) {
      counts.computeIfPresent(network, (_, count) -> count == 1 ? null : count - 1);
    }
    return open.remove(channel);
  }

  @Override
  public @Nullable SocketWrapperBase<NioChannel> get(@Nullable Object channel) {
    return channel == null ? null : open.get(channel);
  }

  @Override
  public int size() {
    return open.size();
  }

  @Override
  public Set<Entry<SocketChannel, SocketWrapperBase<NioChannel>>> entrySet() {
    return Collections.unmodifiableMap(open).entrySet();
  }
}
