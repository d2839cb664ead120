package org.vigie.server.hma.web;

import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.vigie.server.access.OpenToAll;
import org.vigie.server.bank.KnownContent;

/// The health of the server, and its calls.
@RestController
class StatusCallsController {
  private static final String ROOT = "/hma";

  private final KnownContent known;
  private final RequestMappingHandlerMapping handlers;

  StatusCallsController(
      KnownContent known,
      @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping handlers) {
    this.known = known;
    this.handlers = handlers;
  }

  @GetMapping(path = "/hma/status", produces = MediaType.TEXT_PLAIN_VALUE)
  @OpenToAll("load balancers ask this, and have no key")
  ResponseEntity<String> status() {
    return known.isReady()
        ? ResponseEntity.ok("I-AM-ALIVE")
        : ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).body("INDEX-NOT-LOADED");
  }

  @GetMapping(path = "/hma/status/live", produces = MediaType.TEXT_PLAIN_VALUE)
  @OpenToAll("load balancers ask this, and have no key")
  String live() {
    return "I-AM-ALIVE";
  }

  @GetMapping(path = "/hma/readyz", produces = MediaType.TEXT_PLAIN_VALUE)
  @OpenToAll("load balancers ask this, and have no key")
  ResponseEntity<String> ready() {
    return known.isReady() ? ResponseEntity.ok("READY") : status();
  }

  @GetMapping(path = "/hma/livez", produces = MediaType.TEXT_PLAIN_VALUE)
  @OpenToAll("load balancers ask this, and have no key")
  String lives() {
    return "OK";
  }

  /// Returns the paths of this interface below its root, sorted.
  @GetMapping("/hma/site-map")
  @OpenToAll("the paths stand in the documentation")
  List<String> siteMap() {
    return handlers.getHandlerMethods().keySet().stream()
        .flatMap(mapping -> mapping.getPatternValues().stream())
        .filter(path -> path.startsWith(ROOT + "/"))
        .map(path -> path.substring(ROOT.length()))
        .distinct()
        .sorted()
        .toList();
  }
}
