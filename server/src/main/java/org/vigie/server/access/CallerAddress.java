package org.vigie.server.access;

import java.util.Optional;
import org.vigie.server.frame.SubscriberNetwork;

/// The address of the client; a parameter of controllers.
///
/// @param text empty if a proxy does not name its client, as all clients would share one address
public record CallerAddress(Optional<String> text) {
  /// Returns the network of one subscriber: an IPv4 address, or the first 64 bits of an IPv6 one.
  public Optional<String> network() {
    return text.map(SubscriberNetwork::of);
  }

  @Override
  public String toString() {
    return "CallerAddress[…]";
  }
}
