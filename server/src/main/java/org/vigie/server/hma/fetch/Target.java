package org.vigie.server.hma.fetch;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.vigie.server.hma.fetch.FetchException.Cause;

/// Where one request goes: an absolute http or https URL without credentials.
record Target(URI uri) {
  private static final int HTTP_PORT = 80;
  private static final int HTTPS_PORT = 443;
  private static final int MOST_CHARACTERS = 8_192;

  static Target parse(String url) {
    try {
      return of(new URI(url));
    } catch (URISyntaxException e) {
      throw new FetchException(Cause.BAD_URL, e);
    }
  }

  private static Target of(URI uri) {
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    boolean isWeb = scheme.equals("http") || scheme.equals("https");
    boolean fits = uri.toString().length() <= MOST_CHARACTERS;
    if (!isWeb || uri.getHost() == null || uri.getRawUserInfo() != null || !fits) {
      throw new FetchException(Cause.BAD_URL);
    }
    return new Target(uri);
  }

  /// Returns where a redirect leads.
  Target redirected(String location) {
    try {
      return of(uri.resolve(new URI(location)));
    } catch (URISyntaxException e) {
      throw new FetchException(Cause.BAD_URL, e);
    }
  }

  boolean isSecure() {
    return "https".equalsIgnoreCase(uri.getScheme());
  }

  /// Returns the name or address, without the brackets of IPv6.
  String host() {
    String host = uri.getHost();
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  int port() {
    int standard = isSecure() ? HTTPS_PORT : HTTP_PORT;
    return uri.getPort() < 0 ? standard : uri.getPort();
  }

  /// Returns the addresses of the host, if all of them are allowed.
  List<InetAddress> addresses(Predicate<InetAddress> allowed) {
    try {
      List<InetAddress> addresses = List.of(InetAddress.getAllByName(host()));
      if (!addresses.stream().allMatch(allowed)) {
        throw new FetchException(Cause.NOT_PUBLIC);
      }
      return addresses;
    } catch (UnknownHostException e) {
      throw new FetchException(Cause.UNKNOWN_HOST, e);
    }
  }

  /// Returns the head of the request for it.
  byte[] request() {
    String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    URI ascii = URI.create(uri.getScheme() + "://" + uri.getHost() + port + path + query);
    String target = ascii.toASCIIString();
    String afterHost = target.substring(target.indexOf('/', target.indexOf("//") + 2));
    return AnswerHead.bytes("GET " + afterHost + " HTTP/1.1\r\nHost: " + uri.getHost() + port
        + "\r\nUser-Agent: vigie\r\nAccept: */*\r\nAccept-Encoding: identity"
        + "\r\nConnection: close\r\n\r\n");
  }
}
