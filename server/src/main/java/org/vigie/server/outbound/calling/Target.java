package org.vigie.server.outbound.calling;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.net.URIAuthority;
import org.vigie.server.outbound.OutboundException;
import org.vigie.server.outbound.OutboundException.Cause;

/// The destination of one request: an absolute http or https URL without credentials.
public record Target(URI uri) {
  private static final int HIGHEST_PORT = 65_535;
  private static final int MOST_CHARACTERS = 8_192;

  public static Target parse(String url) {
    try {
      return of(new URI(url));
    } catch (URISyntaxException e) {
      throw new OutboundException(Cause.BAD_URL, e);
    }
  }

  private static Target of(URI uri) {
    boolean isWeb = scheme(uri).equals("http") || scheme(uri).equals("https");
    boolean fits = uri.toString().length() <= MOST_CHARACTERS && uri.getPort() <= HIGHEST_PORT;
    if (!isWeb || uri.getHost() == null || uri.getRawUserInfo() != null || !fits) {
      throw new OutboundException(Cause.BAD_URL);
    }
    return new Target(uri);
  }

  private static String scheme(URI uri) {
    return uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
  }

  /// Returns the target of a redirect.
  public Target redirected(String location) {
    try {
      return of(uri.resolve(new URI(location)));
    } catch (URISyntaxException e) {
      throw new OutboundException(Cause.BAD_URL, e);
    }
  }

  /// Returns the name or address, without the brackets of IPv6.
  private String host() {
    String host = uri.getHost();
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  /// Returns the path and the query in ASCII, otherwise unchanged.
  private String pathAndQuery() {
    String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    String prefix = "http://host";
    return URI.create(prefix + path + query).toASCIIString().substring(prefix.length());
  }

  /// Returns a request for the uncompressed content that closes the connection afterwards.
  public ClassicHttpRequest request(String method) {
    ClassicHttpRequest request = new BasicClassicHttpRequest(
        method, scheme(uri), new URIAuthority(host(), uri.getPort()), pathAndQuery());
    request.setHeader(HttpHeaders.ACCEPT, "*/*");
    request.setHeader(HttpHeaders.ACCEPT_ENCODING, "identity");
    request.setHeader(HttpHeaders.CONNECTION, "close");
    return request;
  }
}
