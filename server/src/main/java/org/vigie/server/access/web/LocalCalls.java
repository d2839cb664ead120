package org.vigie.server.access.web;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import org.vigie.server.frame.Loopback;

/* The requests that a stranger's page in a browser on this machine can send here, and their signs.

1. A form, or fetch, with POST, PUT or DELETE: every browser adds `Origin` to these when they go to
   another origin, be it only `null`. A body of JSON, PUT and DELETE also need a preflight first,
   which gets no `Access-Control-Allow-Origin` from Vigie.
2. GET, by an image, a frame, a link or fetch: Chrome 76, Firefox 90, Safari 16.4 and later say in
   `Sec-Fetch-Site` where the page is from, as localhost counts as trustworthy: `cross-site`, or
   `same-site` for another service of this machine. fetch to read the answer adds `Origin`.
3. Cookies that a browser keeps for this host, also those of other services of this machine, as
   cookies do not know ports.
4. A name of the stranger's that resolves to 127.0.0.1 (DNS rebinding): the page is of the same
   origin then, and none of the above is sent. `Host` is the stranger's name, so that is refused.

`Sec-Fetch-Mode` is no sign: fetch of Node.js always sends it, and has no origin, site or
cookies. `Sec-Fetch-Site: none` means that a person opened the page by hand, or from another
program. One case remains, a GET: a link that a person opens in a mail, or an image in a browser
that is older than the above. Nothing here changes anything by GET, the answer has no CORS header
and `Cross-Origin-Resource-Policy: same-origin`, so that no page reads it, and the limit of calls
under way counts it. Private Network Access (a question or preflight of some browsers) is not relied
on. */
/// Finds requests from programs on this machine.
///
/// A proxy on this machine forwards strangers from a loopback address, and a browser on it obeys
/// the page of a stranger. So a request is local only if its peer and its `Host` are, and if it has
/// none of the headers that proxies and browsers add. The check reads the request as it came from
/// the network, before any filter changed it. As a proxy need not add a header, no request is local
/// if people open Vigie from elsewhere ([KeyFilter]).
final class LocalCalls {
  private static final Set<String> TELLTALES = Set.of("forwarded", "via", "x-real-ip");
  private static final Set<String> TELLTALE_FAMILIES = Set.of("x-forwarded-");

  /// The headers in which proxies and content delivery networks name their client.
  private static final Set<String> OF_PROXIES = Set.of(
      "ali-cdn-real-ip",
      "appengine-user-ip",
      "cdn-loop",
      "cf-connecting-ip",
      "cf-connecting-ipv6",
      "cf-connecting-o2o",
      "cf-ipcountry",
      "cf-pseudo-ipv4",
      "cf-ray",
      "cf-visitor",
      "cf-worker",
      "client-ip",
      "cloudfront-viewer-address",
      "do-connecting-ip",
      "fastly-client-ip",
      "fastly-ff",
      "fastly-ssl",
      "fly-client-ip",
      "fly-forwarded-port",
      "front-end-https",
      "incap-client-ip",
      "oxy-connecting-ip",
      "proxy-connection",
      "remote-addr",
      "remote_addr",
      "surrogate-capability",
      "true-client-ip",
      "wl-proxy-client-ip",
      "x-appengine-user-ip",
      "x-arr-ssl",
      "x-client-ip",
      "x-cluster-client-ip",
      "x-coming-from",
      "x-envoy-external-address",
      "x-forwarded",
      "x-forwarder-for",
      "x-host",
      "x-http-host-override",
      "x-nginx-proxy",
      "x-proxyuser-ip",
      "x-real-port",
      "x-remote-addr",
      "x-remote-ip",
      "x-request-start",
      "x-scheme",
      "x-url-scheme",
      "x-varnish");

  private static final Set<String> FAMILIES_OF_PROXIES = Set.of(
      "cf-access-",
      "cloudfront-",
      "x-amz-cf-",
      "x-amzn-",
      "x-azure-",
      "x-envoy-",
      "x-fd-",
      "x-google-",
      "x-original-",
      "x-real-",
      "x-vercel-");

  private LocalCalls() {}

  static boolean isLocal(HttpServletRequest request) {
    HttpServletRequest received = asReceived(request);
    return Loopback.isAddress(received.getRemoteAddr())
        && Loopback.isHost(received.getServerName())
        && !isOfAPage(received)
        && Collections.list(received.getHeaderNames()).stream()
            .noneMatch(header -> isTelltale(header) || isOfProxy(header));
  }

  /// Returns whether a browser sends this because a page of another site, or a session in it,
  /// says so.
  static boolean isOfAPage(HttpServletRequest request) {
    return request.getHeader("Origin") != null
        || request.getHeader("Cookie") != null
        || Collections.list(request.getHeaders("Sec-Fetch-Site")).stream()
            .anyMatch(site -> !site.equals("none"));
  }

  private static HttpServletRequest asReceived(HttpServletRequest request) {
    ServletRequest received = request;
    while (received instanceof ServletRequestWrapper wrapper) {
      received = wrapper.getRequest();
    }
    return (HttpServletRequest) received;
  }

  private static boolean isOfProxy(String header) {
    String name = header.toLowerCase(Locale.ROOT);
    return OF_PROXIES.contains(name) || FAMILIES_OF_PROXIES.stream().anyMatch(name::startsWith);
  }

  private static boolean isTelltale(String header) {
    String name = header.toLowerCase(Locale.ROOT);
    return TELLTALES.contains(name) || TELLTALE_FAMILIES.stream().anyMatch(name::startsWith);
  }
}
