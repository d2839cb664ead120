package org.vigie.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A browser with its cookies, as far as forms need one. Threads: any.
public final class Browser {
  /// Finds the token of a form.
  public static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final int port;
  private final HttpClient http;

  /// @param port of the server, on this machine
  /// @param network 0 to 200: callers with different numbers come from different addresses
  public Browser(int port, int network) {
    this.port = port;
    this.http = HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .localAddress(address(network))
        .cookieHandler(new CookieManager())
        .followRedirects(HttpClient.Redirect.NORMAL)
        .build();
  }

  private static InetAddress address(int network) {
    try {
      return InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) (1 + network)});
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }

  public static String group(Pattern pattern, String page) {
    Matcher found = pattern.matcher(page);
    if (!found.find()) {
      throw new IllegalStateException("a page has no " + pattern);
    }
    return found.group(1);
  }

  public HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(local(path)).build(), HttpResponse.BodyHandlers.ofString());
  }

  public HttpResponse<String> post(String path, Map<String, String> fields)
      throws IOException, InterruptedException {
    StringBuilder body = new StringBuilder();
    fields.forEach((name, value) -> body.append(body.isEmpty() ? "" : "&")
        .append(name)
        .append('=')
        .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
    return send(path, body.toString());
  }

  /// Sends a form whose fields are encoded already.
  public HttpResponse<String> send(String path, String body)
      throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(local(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Origin", "http://localhost:" + port)
            .POST(BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /// Cookies and tokens of forms belong to the name under which people open Vigie.
  private URI local(String path) {
    return URI.create("http://localhost:" + port + path);
  }
}
