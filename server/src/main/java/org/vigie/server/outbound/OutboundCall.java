package org.vigie.server.outbound;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.jspecify.annotations.Nullable;
import org.vigie.server.outbound.calling.Target;

/// A request to a destination that an operator configured. Immutable. Prints its method only, as
/// URLs and headers of destinations hold secrets.
public final class OutboundCall {
  private static final Pattern METHOD = Pattern.compile("GET|HEAD|POST|PUT|PATCH|DELETE");
  private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
  private static final Pattern VALUE = Pattern.compile("[\\x20-\\x7E]*");

  /// Headers about the transfer of the message, which are set here.
  private static final Set<String> OF_THE_CONNECTION = Set.of(
      "accept-encoding",
      "connection",
      "content-length",
      "content-type",
      "expect",
      "host",
      "te",
      "trailer",
      "transfer-encoding",
      "upgrade");

  private final String method;
  private final String url;
  private final Map<String, String> headers;
  private final @Nullable ByteArrayEntity body;

  private OutboundCall(
      String method, String url, Map<String, String> headers, @Nullable ByteArrayEntity body) {
    this.method = method;
    this.url = url;
    this.headers = Map.copyOf(headers);
    this.body = body;
  }

  /// Returns a call without headers and body.
  ///
  /// @param method one of GET, HEAD, POST, PUT, PATCH and DELETE
  public static OutboundCall of(String method, String url) {
    check(METHOD.matcher(method).matches(), "this method is not sent");
    return new OutboundCall(method, url, Map.of(), null);
  }

  /// Returns the same call with a header, replacing one of the same name.
  ///
  /// @throws IllegalArgumentException if it is malformed or about the transfer of the message
  public OutboundCall withHeader(String name, String value) {
    String key = name.toLowerCase(Locale.ROOT);
    check(NAME.matcher(name).matches() && VALUE.matcher(value).matches(), "malformed header");
    check(!OF_THE_CONNECTION.contains(key), "this header is not for callers");
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.put(key, value);
    return new OutboundCall(method, url, all, body);
  }

  /// Returns the same call with a body, which is not copied.
  ///
  /// @param mediaType such as `application/json`
  public OutboundCall withBody(String mediaType, byte[] bytes) {
    check(!method.equals("GET") && !method.equals("HEAD"), "this method has no body");
    return new OutboundCall(
        method, url, headers, new ByteArrayEntity(bytes, ContentType.parse(mediaType)));
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  /// Returns the request as it is sent.
  ///
  /// @throws OutboundException if the URL is no absolute http or https URL without credentials
  ClassicHttpRequest request() {
    ClassicHttpRequest request = Target.parse(url).request(method);
    headers.forEach(request::setHeader);
    request.setEntity(body);
    return request;
  }

  @Override
  public String toString() {
    return "OutboundCall[" + method + "]";
  }
}
