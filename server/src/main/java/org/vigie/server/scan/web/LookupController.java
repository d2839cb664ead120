package org.vigie.server.scan.web;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.fingerprint.SignalTypes;
import org.vigie.server.access.Permission;
import org.vigie.server.access.Requires;
import org.vigie.server.scan.lookup.Lookup;
import org.vigie.server.scan.lookup.LookupFindings;
import org.vigie.server.scan.lookup.Lookups;

/// Compares signals that callers computed.
@RestController
class LookupController {
  private static final int MOST_BYTES = 1 << 18;

  private final Lookups lookups;
  private final SignalTypes types = SignalTypes.installed();

  LookupController(Lookups lookups) {
    this.lookups = lookups;
  }

  @PostMapping(path = "/api/v1/lookups", consumes = MediaType.APPLICATION_JSON_VALUE)
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON_VALUE,
              schema = @Schema(implementation = ScanBodies.LookupBody.class)))
  @ApiResponse(
      responseCode = "200",
      description = "What was found.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON_VALUE,
              schema = @Schema(implementation = ScanBodies.LookupAnswer.class)))
  @Requires(Permission.SCAN)
  ResponseEntity<byte[]> find(HttpServletRequest http) throws IOException {
    Lookup lookup = LookupReader.read(JsonBody.read(http, MOST_BYTES), types);
    LookupFindings found = lookups.find(lookup);
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .body(LookupWriter.write(found));
  }
}
