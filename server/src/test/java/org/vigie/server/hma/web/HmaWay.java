package org.vigie.server.hma.web;

import java.util.LinkedHashMap;
import java.util.Map;

/// The way of a client to the interface.
///
/// @param root the prefix of paths, on this machine
record HmaWay(String root, Map<String, String> headers) {
  /// The headers that `fetch` of Node.js 20 adds.
  private static final Map<String, String> OF_NODE = Map.of(
      "Accept", "*/*",
      "Accept-Language", "*",
      "Sec-Fetch-Mode", "cors",
      "User-Agent", "node",
      "Accept-Encoding", "gzip, deflate");

  HmaWay {
    headers = Map.copyOf(headers);
  }

  /// A program on this machine.
  static HmaWay local() {
    return new HmaWay("/hma", Map.of());
  }

  /// Coop on this machine, whose base URL ends in a slash.
  static HmaWay coop() {
    return new HmaWay("/hma/", OF_NODE);
  }

  /// The same from elsewhere, through a proxy.
  ///
  /// @param authorization that the client or the proxy adds
  HmaWay fromElsewhere(String authorization) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put("X-Forwarded-For", "192.0.2.7");
    more.put("Authorization", authorization);
    return new HmaWay(root, more);
  }
}
