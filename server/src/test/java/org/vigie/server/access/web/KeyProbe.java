package org.vigie.server.access.web;

import java.util.Map;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.server.access.Caller;
import org.vigie.server.access.NewKey;
import org.vigie.server.access.Permission;
import org.vigie.server.access.Requires;

/// Handlers that answer who called, and requests to them with keys and from addresses.
@TestComponent
@RestController
final class KeyProbe {
  @GetMapping({"/api/probe", "/hma/probe"})
  @Requires(Permission.SCAN)
  Map<String, String> scan(Caller caller) {
    return Map.of("caller", caller.reference());
  }

  @GetMapping("/api/unmarked-probe")
  String unmarked() {
    return "reached";
  }

  static RequestPostProcessor bearer(NewKey key) {
    return bearer(key.token().text());
  }

  static RequestPostProcessor bearer(String token) {
    return request -> {
      request.addHeader("Authorization", "Bearer " + token);
      return request;
    };
  }

  static RequestPostProcessor peer(String address, String host) {
    return request -> {
      request.setRemoteAddr(address);
      request.setServerName(host);
      return request;
    };
  }
}
