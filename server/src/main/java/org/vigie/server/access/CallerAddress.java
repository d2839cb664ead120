package org.vigie.server.access;

import java.util.Optional;
import org.vigie.server.frame.SubscriberNetwork;

/// From which address a request comes; a parameter of controllers.
///
/// @param text empty where a proxy does not say whom it serves, as then everybody would share
///     one
public record CallerAddress(Optional<String> text) {
  /// Returns what one subscriber has: an address of IPv4, or the first 64 bits of one of IPv6.
  public Optional<String> network() {
    return text.map(SubscriberNetwork::of);
  }

  @Override
  public String toString() {
    return "CallerAddress[…]";
  }
}
