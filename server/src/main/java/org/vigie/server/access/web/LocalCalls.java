package org.vigie.server.access.web;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import org.vigie.server.access.Loopback;

/// Says which requests come from a program on this machine.
///
/// A proxy on this machine passes strangers on from a loopback address, and a browser on it does
/// what the page of a stranger says. So a request is local only if its peer and its `Host` are,
/// and if it has none of the headers that proxies and browsers add. That is asked of the request
/// as it came from the network, below what filters made of it. As a proxy need not add any, no
/// request is local where people open Vigie from elsewhere ([KeyFilter]).
final class LocalCalls {
  private static final Set<String> TELLTALES = Set.of("forwarded", "via", "x-real-ip", "origin");
  private static final Set<String> TELLTALE_FAMILIES = Set.of("x-forwarded-", "sec-fetch-");

  private LocalCalls() {}

  static boolean isLocal(HttpServletRequest request) {
    HttpServletRequest received = asReceived(request);
    return Loopback.isAddress(received.getRemoteAddr())
        && Loopback.isHost(received.getServerName())
        && Collections.list(received.getHeaderNames()).stream().noneMatch(LocalCalls::isTelltale);
  }

  private static HttpServletRequest asReceived(HttpServletRequest request) {
    ServletRequest received = request;
    while (received instanceof ServletRequestWrapper wrapper) {
      received = wrapper.getRequest();
    }
    return (HttpServletRequest) received;
  }

  private static boolean isTelltale(String header) {
    String name = header.toLowerCase(Locale.ROOT);
    return TELLTALES.contains(name) || TELLTALE_FAMILIES.stream().anyMatch(name::startsWith);
  }
}
