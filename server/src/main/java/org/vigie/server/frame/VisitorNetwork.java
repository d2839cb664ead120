package org.vigie.server.frame;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/// Says from which [SubscriberNetwork] a request comes. The module that knows about proxies
/// offers it.
@FunctionalInterface
public interface VisitorNetwork {
  /// Returns the network; empty if a proxy does not forward the address.
  Optional<String> of(HttpServletRequest request);
}
