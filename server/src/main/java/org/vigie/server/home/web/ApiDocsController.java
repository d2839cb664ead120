package org.vigie.server.home.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.vigie.server.access.AccessSettings;
import org.vigie.server.access.OpenToAll;
import org.vigie.server.frame.Frame;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The API document for people, at the address where programs get it as JSON.
@Controller
class ApiDocsController {
  private static final String JSON = "/api/openapi.json";

  private final OpenApiWebMvcResource document;
  private final AccessSettings settings;
  private final JsonMapper mapper;
  private volatile @Nullable JsonNode known;

  ApiDocsController(OpenApiWebMvcResource document, AccessSettings settings, JsonMapper mapper) {
    this.document = document;
    this.settings = settings;
    this.mapper = mapper;
  }

  /// Browsers say that they want HTML; whoever does not is a program.
  @GetMapping("/api/docs")
  @OpenToAll("whoever writes a program against the API reads this")
  ResponseEntity<?> docs(
      Frame frame,
      HttpServletRequest request,
      @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "") String accept)
      throws IOException {
    return wantsPage(accept)
        ? ResponseEntity.ok()
            .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
            .contentType(MediaType.TEXT_HTML)
            .body(ApiPage.of(frame, tree(request), settings.baseUrl().toString()))
        : ResponseEntity.ok()
            .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
            .contentType(MediaType.APPLICATION_JSON)
            .body(bytes(request));
  }

  private static boolean wantsPage(String accept) {
    try {
      List<MediaType> types = MediaType.parseMediaTypes(accept);
      return types.stream().anyMatch(type -> type.equalsTypeAndSubtype(MediaType.TEXT_HTML));
    } catch (InvalidMediaTypeException _) {
      return false;
    }
  }

  /// The document does not change while the server runs.
  private JsonNode tree(HttpServletRequest request) throws IOException {
    JsonNode tree = known;
    if (tree == null) {
      tree = mapper.readTree(bytes(request));
      known = tree;
    }
    return tree;
  }

  private byte[] bytes(HttpServletRequest request) throws IOException {
    return document.openapiJson(request, JSON, Locale.ENGLISH);
  }
}
