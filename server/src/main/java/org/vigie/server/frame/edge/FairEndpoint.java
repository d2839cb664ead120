package org.vigie.server.frame.edge;

import java.net.InetAddress;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.tomcat.util.net.NioEndpoint;
import org.jspecify.annotations.Nullable;
import org.vigie.server.frame.SubscriberNetwork;

/// Tomcat's endpoint, which closes a connection that would be more than the share of its network,
/// before a byte of it is read, and one whose request head does not arrive in time.
final class FairEndpoint extends NioEndpoint {
  private final OpenConnections open = new OpenConnections();
  private @Nullable ConnectionFence fence;
  private @Nullable ScheduledFuture<?> watch;

  FairEndpoint() {
    connections = open;
  }

  /// Sets the bounds; before the start.
  void use(ConnectionFence bounds) {
    fence = bounds;
    bounds.watch(open);
  }

  /// Called by the one thread that accepts.
  @Override
  protected boolean setSocketOptions(SocketChannel channel) {
    if (isOneTooMany(channel)) {
      destroySocket(channel);
      return false;
    }
    return super.setSocketOptions(channel);
  }

  private boolean isOneTooMany(SocketChannel channel) {
    Optional<InetAddress> address = OpenConnections.address(channel);
    return fence != null
        && address.isPresent()
        && fence.refuses(
            address.get(),
            getMaxConnections(),
            open.size(),
            open.of(SubscriberNetwork.of(address.get())));
  }

  @Override
  public void startInternal() throws Exception {
    super.startInternal();
    ConnectionFence bounds = fence;
    if (bounds != null) {
      watch = getUtilityExecutor()
          .scheduleWithFixedDelay(() -> bounds.endSlow(open), 1, 1, TimeUnit.SECONDS);
    }
  }

  @Override
  public void stopInternal() {
    if (watch != null) {
      watch.cancel(false);
    }
    super.stopInternal();
  }
}
