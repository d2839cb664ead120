package org.vigie.server.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.vigie.server.access.AccessSettings;
import org.vigie.server.frame.Loopback;

/// Finds the address from which a person signs in.
///
/// Behind a proxy on this machine every request comes from here. The client of the proxy is the
/// last entry of `X-Forwarded-For`, where proxies add theirs; earlier entries can be forged. From
/// any other peer, the header counts for nothing.
final class SignInAddress {
  private static final String FORWARDED_FOR = "X-Forwarded-For";

  private SignInAddress() {}

  /// Returns the address; empty if the proxy does not say it, as then everybody would share one.
  static Optional<String> of(HttpServletRequest request, AccessSettings settings) {
    String peer = request.getRemoteAddr();
    return settings.isForThisMachine() || !Loopback.isAddress(peer)
        ? Optional.of(peer)
        : lastForwarded(Collections.list(request.getHeaders(FORWARDED_FOR)));
  }

  private static Optional<String> lastForwarded(List<String> headers) {
    String all = String.join(",", headers);
    return Optional.of(all.substring(all.lastIndexOf(',') + 1).strip())
        .filter(address -> !address.isEmpty());
  }
}
