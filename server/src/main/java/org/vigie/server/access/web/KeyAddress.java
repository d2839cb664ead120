package org.vigie.server.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.vigie.server.access.AccessSettings;
import org.vigie.server.access.CallerAddress;
import org.vigie.server.frame.Loopback;

/// Finds the address from which a key is used.
///
/// A loopback address counts only for a direct request: behind a proxy the real address is unknown.
final class KeyAddress {
  private KeyAddress() {}

  static CallerAddress of(HttpServletRequest request, AccessSettings settings) {
    Optional<String> seen = SignInAddress.of(request, settings);
    return new CallerAddress(
        seen.filter(address -> !Loopback.isAddress(address) || LocalCalls.isLocal(request)));
  }
}
