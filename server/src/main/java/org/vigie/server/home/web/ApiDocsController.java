package org.vigie.server.home.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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
import org.vigie.server.frame.Language;
import tools.jackson.databind.json.JsonMapper;

/// The API document for people, at the address where programs get it as JSON.
@Controller
class ApiDocsController {
  private static final String JSON = "/api/openapi.json";

  private final OpenApiWebMvcResource document;
  private final AccessSettings settings;
  private final JsonMapper mapper;
  private final Map<Language, List<ApiPage.Section>> sections = new ConcurrentHashMap<>();
  private volatile byte @Nullable [] known;

  ApiDocsController(OpenApiWebMvcResource document, AccessSettings settings, JsonMapper mapper) {
    this.document = document;
    this.settings = settings;
    this.mapper = mapper;
  }

  /// Browsers accept HTML; any other client is a program.
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
            .body(page(frame, request))
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

  private ApiPage page(Frame frame, HttpServletRequest request) throws IOException {
    String base = settings.baseUrl().toString();
    Language language = frame.texts().language();
    List<ApiPage.Section> ready = sections.get(language);
    if (ready == null) {
      ready = new ApiReader(mapper.readTree(bytes(request)), frame, base).sections();
      sections.put(language, ready);
    }
    return new ApiPage(frame, base, ready);
  }

  /// Keeps the document: it does not change while the server runs, and writing it costs much more
  /// than sending it.
  private byte[] bytes(HttpServletRequest request) throws IOException {
    byte[] bytes = known;
    if (bytes == null) {
      bytes = document.openapiJson(request, JSON, Locale.ENGLISH);
      known = bytes;
    }
    return bytes;
  }
}
