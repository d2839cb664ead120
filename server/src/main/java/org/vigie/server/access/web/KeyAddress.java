package org.vigie.server.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.vigie.server.access.AccessSettings;
import org.vigie.server.access.CallerAddress;
import org.vigie.server.frame.Loopback;

/// Says from where a key is used.
///
/// A loopback address is only believed of a program on this machine: if a proxy passed the request
/// on, it stands for anybody, and the address is not known.
final class KeyAddress {
  private KeyAddress() {}

  static CallerAddress of(HttpServletRequest request, AccessSettings settings) {
    Optional<String> seen = SignInAddress.of(request, settings);
    return new CallerAddress(
        seen.filter(address -> !Loopback.isAddress(address) || LocalCalls.isLocal(request)));
  }
}
