package org.vigie.server.scan.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.fingerprint.SignalTypes;
import org.vigie.server.access.Permission;
import org.vigie.server.access.Requires;
import org.vigie.server.scan.Lookup;
import org.vigie.server.scan.LookupFindings;
import org.vigie.server.scan.Lookups;

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
  @Requires(Permission.SCAN)
  ResponseEntity<byte[]> find(HttpServletRequest http) throws IOException {
    Lookup lookup = LookupReader.read(JsonBody.read(http, MOST_BYTES), types);
    LookupFindings found = lookups.find(lookup);
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .body(LookupWriter.write(found));
  }
}
