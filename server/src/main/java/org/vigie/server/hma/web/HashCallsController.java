package org.vigie.server.hma.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.vigie.server.access.Look;
import org.vigie.server.access.Permission;
import org.vigie.server.access.Requires;
import org.vigie.server.access.ServesTestKeys;
import org.vigie.server.frame.MayAnswer;
import org.vigie.server.hma.vocabulary.HmaProblems;

/// Makes signals.
@RestController
@RequestMapping("/hma/h/hash")
class HashCallsController {
  private final Contents contents;

  HashCallsController(Contents contents) {
    this.contents = contents;
  }

  @GetMapping
  @Requires(Permission.SCAN)
  @Look(Look.Kind.NOTHING_PERSONAL)
  @ServesTestKeys
  @MayAnswer({"hma-parameter-missing", "too-large"})
  Map<String, String> ofUrl(
      @RequestParam(required = false) @Nullable String url,
      @RequestParam(name = "content_type", required = false) @Nullable String contentType,
      @RequestParam(required = false) @Nullable String types) {
    String given = Parameters.needed("url", url);
    return contents.ofUrl(given, contentType, Parameters.signalTypes(types)).texts();
  }

  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @Requires(Permission.SCAN)
  @ServesTestKeys
  @MayAnswer({"too-large", "too-slow"})
  Map<String, String> ofFile(
      MultipartHttpServletRequest form, @RequestParam(required = false) @Nullable String types) {
    return contents.ofForm(form, Parameters.signalTypes(types)).texts();
  }

  @PostMapping
  @Requires(Permission.SCAN)
  Map<String, String> withoutForm() {
    throw HmaProblems.bad(Contents.ONE_FILE);
  }
}
