package org.vigie.server.hma.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.vigie.server.access.OpenToAll;

/// Describes the calls of this interface, where HMA does.
@RestController
class DocumentCallsController {
  private final RequestMappingHandlerMapping handlers;
  private volatile @Nullable Map<String, Object> made;

  DocumentCallsController(
      @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping handlers) {
    this.handlers = handlers;
  }

  @GetMapping("/hma/openapi/openapi.json")
  @OpenToAll("the calls stand in the documentation")
  Map<String, Object> document() {
    Map<String, Object> known = made;
    return known == null ? make() : known;
  }

  /// Handlers do not change once the server runs.
  private Map<String, Object> make() {
    Map<String, Object> fresh = HmaDocument.of(handlers.getHandlerMethods());
    made = fresh;
    return fresh;
  }
}
