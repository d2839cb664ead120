package org.vigie.server.report.web;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.connector.Reference;
import org.vigie.connector.Subject;
import org.vigie.connector.Surface;
import org.vigie.media.NativeBytes;
import org.vigie.server.access.Caller;
import org.vigie.server.access.Permission;
import org.vigie.server.access.Requires;
import org.vigie.server.evidence.EvidenceKind;
import org.vigie.server.evidence.EvidenceObject;
import org.vigie.server.frame.EnumWords;
import org.vigie.server.frame.HeldBytes;
import org.vigie.server.frame.MayAnswer;
import org.vigie.server.frame.ProblemException;
import org.vigie.server.frame.WholeInput;
import org.vigie.server.messenger.Messengers;
import org.vigie.server.report.attachments.FileShare;
import org.vigie.server.report.attachments.MediaIntake;
import org.vigie.server.report.attachments.UploadQuotas;
import org.vigie.server.report.checking.NewAttachment;
import org.vigie.server.report.intake.ReportProblems;
import org.vigie.server.report.settings.ReportSettings;

/// Seals media for messengers, ahead of the notice whose snapshot names it.
@RestController
class MediaCallsController {
  private final MediaIntake intake;
  private final UploadQuotas quotas;
  private final Messengers messengers;
  private final int most;

  MediaCallsController(
      MediaIntake intake, UploadQuotas quotas, Messengers messengers, ReportSettings settings) {
    this.intake = intake;
    this.quotas = quotas;
    this.messengers = messengers;
    this.most = (int) settings.maxAttachment().toBytes();
  }

  @PostMapping(
      path = "/api/v1/evidence",
      consumes = {"image/*", "video/*", "audio/*", MediaType.APPLICATION_OCTET_STREAM_VALUE})
  @ResponseStatus(HttpStatus.CREATED)
  @MayAnswer("storage-quota")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
              schema =
                  @Schema(type = "string", format = "binary", example = "the bytes of one file")))
  @Requires(Permission.NOTICES_SEND)
  ResponseEntity<SealedMediaAnswer> seal(
      HttpServletRequest http,
      Caller.Key caller,
      @RequestParam Optional<String> messenger,
      @RequestParam String surface,
      @RequestParam Optional<String> room,
      @RequestParam Optional<String> account,
      @RequestParam Optional<String> message)
      throws IOException {
    Subject shared = new Subject(
        messengers.named("messenger", messenger.orElse(null)),
        EnumWords.read(Surface.class, "surface", surface),
        reference("room", room),
        reference("account", account),
        reference("message", message));
    NativeBytes media = whole(http, most + 1);
    if (media.size() == 0) {
      throw ProblemException.ofField("body", "There is no media in the body.");
    }
    NewAttachment attachment =
        new NewAttachment(EvidenceKind.MEDIA, http.getContentType(), () -> new HeldBytes(media));
    return ResponseEntity.status(HttpStatus.CREATED)
        .header("Cache-Control", "no-store")
        .body(SealedMediaAnswer.of(seal(caller, shared, attachment, media.size())));
  }

  /// Media that is too large is refused without being counted.
  private EvidenceObject seal(
      Caller.Key caller, Subject shared, NewAttachment attachment, long length) throws IOException {
    FileShare share = quotas.of(caller.id());
    if (length <= most && !share.take(length)) {
      throw ReportProblems.overQuota(share.untilTomorrow());
    }
    boolean sealed = false;
    try {
      EvidenceObject object = intake.seal(caller, shared, attachment);
      sealed = true;
      return object;
    } finally {
      if (!sealed) {
        share.giveBack();
      }
    }
  }

  private static NativeBytes whole(HttpServletRequest http, int bytes) throws IOException {
    try (WholeInput in = WholeInput.of(http)) {
      return in.readWhole(bytes);
    }
  }

  private static Optional<Reference> reference(String field, Optional<String> said) {
    try {
      return said.map(Reference::new);
    } catch (IllegalArgumentException _) {
      throw ProblemException.ofField(
          field, "A reference has 1 to 255 characters, none of them a control character.");
    }
  }
}
