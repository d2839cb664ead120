package org.vigie.server.scan.web;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Encoding;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.connector.IdempotencyKey;
import org.vigie.connector.Subject;
import org.vigie.server.access.Caller;
import org.vigie.server.access.Look;
import org.vigie.server.access.Permission;
import org.vigie.server.access.Requires;
import org.vigie.server.frame.MayAnswer;
import org.vigie.server.frame.ProblemException;
import org.vigie.server.messenger.Messengers;
import org.vigie.server.scan.ScanProblems;
import org.vigie.server.scan.ScanReply;
import org.vigie.server.scan.ScanRequest;
import org.vigie.server.scan.Scanner;
import org.vigie.server.scan.Scans;
import org.vigie.server.scan.settings.ScanSettings;

/// Takes media from messengers and answers with its matches.
@RestController
class ScanController {
  private static final String KEY_HEADER = "Idempotency-Key";

  private final Scanner scanner;
  private final Scans scans;
  private final Messengers messengers;
  private final int maxMedia;

  ScanController(Scanner scanner, Scans scans, Messengers messengers, ScanSettings settings) {
    this.scanner = scanner;
    this.scans = scans;
    this.messengers = messengers;
    this.maxMedia = (int) settings.work().maxMedia().toBytes();
  }

  @PostMapping(path = "/api/v1/scans", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @MayAnswer({"surface-not-scanned", "idempotency-key-reused"})
  @Parameter(
      in = ParameterIn.HEADER,
      name = KEY_HEADER,
      description = "Makes it safe to send the submission again.",
      schema = @Schema(type = "string", minLength = 1, maxLength = 255))
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
              schema = @Schema(implementation = ScanBodies.FormBody.class),
              encoding =
                  @Encoding(
                      name = SubmissionReader.PART,
                      contentType = MediaType.APPLICATION_JSON_VALUE)))
  @Requires(Permission.SCAN)
  ScanAnswer scan(HttpServletRequest http, Caller caller) throws IOException {
    Optional<IdempotencyKey> key = key(http);
    Upload upload = UploadReader.read(http, maxMedia, messengers, this::checkSurface);
    ScanRequest request = new ScanRequest(caller, key, upload.subject());
    return answer(scanner.scan(request, upload.media()));
  }

  /// A program sees its own submissions, with the matches found since.
  @GetMapping("/api/v1/scans/{id}")
  @Requires(Permission.SCAN)
  @Look(Look.Kind.OWN)
  ScanAnswer find(@PathVariable String id, Caller caller) {
    return ScanIdText.read(id)
        .flatMap(scans::find)
        .filter(scan -> scan.caller().equals(caller.reference()))
        .map(ScanAnswer::of)
        .orElseThrow(ScanProblems::noSuchScan);
  }

  private static ScanAnswer answer(ScanReply reply) {
    return switch (reply) {
      case ScanReply.Answered answered -> ScanAnswer.of(answered.scan());
      case ScanReply.SurfaceRefused _ -> throw ScanProblems.surfaceNotScanned();
      case ScanReply.KeyReused _ -> throw ScanProblems.keyReused();
    };
  }

  private void checkSurface(Subject subject) {
    if (!scanner.scans(subject.surface())) {
      throw ScanProblems.surfaceNotScanned();
    }
  }

  static Optional<IdempotencyKey> key(HttpServletRequest http) {
    List<String> sent = Collections.list(http.getHeaders(KEY_HEADER));
    if (sent.size() > 1) {
      throw ProblemException.ofField(KEY_HEADER, "The header comes twice.");
    }
    try {
      return sent.stream().map(IdempotencyKey::new).findFirst();
    } catch (IllegalArgumentException e) {
      throw ProblemException.ofField(
          KEY_HEADER, "An idempotency key has 1 to 255 visible ASCII characters.");
    }
  }
}
