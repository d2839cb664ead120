package org.vigie.server.report.web;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.server.access.Caller;
import org.vigie.server.access.Look;
import org.vigie.server.access.Permission;
import org.vigie.server.access.Requires;
import org.vigie.server.frame.MayAnswer;
import org.vigie.server.frame.ProblemException;
import org.vigie.server.messenger.Messengers;
import org.vigie.server.report.Notice;
import org.vigie.server.report.Notices;
import org.vigie.server.report.Origin;
import org.vigie.server.report.attachments.UploadQuotas;
import org.vigie.server.report.checking.NewNotice;
import org.vigie.server.report.intake.Intake;
import org.vigie.server.report.intake.IntakeOutcome;
import org.vigie.server.report.intake.ReportProblems;

/// Takes notices of messengers for their users, and shows their state.
@RestController
@RequestMapping(NoticeCallsController.PATH)
class NoticeCallsController {
  static final String PATH = "/api/v1/notices";

  private final Intake intake;
  private final Notices notices;
  private final UploadQuotas quotas;
  private final Messengers messengers;
  private final InstantSource clock;

  NoticeCallsController(
      Intake intake,
      Notices notices,
      UploadQuotas quotas,
      Messengers messengers,
      InstantSource clock) {
    this.intake = intake;
    this.quotas = quotas;
    this.messengers = messengers;
    this.notices = notices;
    this.clock = clock;
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @MayAnswer({"reporter-suspended", "idempotency-key-reused", "storage-quota"})
  @Parameter(
      in = ParameterIn.HEADER,
      name = "Idempotency-Key",
      description = "Makes it safe to send the notice again.",
      schema = @Schema(type = "string", minLength = 1, maxLength = 255))
  @Requires(Permission.NOTICES_SEND)
  ResponseEntity<ReceiptAnswer> send(
      HttpServletRequest http, @RequestBody NoticeJson body, Caller.Key caller) throws IOException {
    if (body.reference() != null) {
      throw ProblemException.ofField("reference", "This is a field of flaggers only.");
    }
    NewNotice notice = new NewNotice(
        caller,
        IdempotencyHeader.of(http),
        new Origin.Messenger(caller.id(), Optional.ofNullable(body.reporter())),
        body.claim(messengers),
        body.attachments());
    return switch (intake.receive(notice, quotas.of(caller.id()))) {
      case IntakeOutcome.Received(var receipt) ->
        ResponseEntity.created(URI.create(PATH + "/" + receipt.notice().value()))
            .header("Cache-Control", "no-store")
            .body(ReceiptAnswer.of(receipt));
      case IntakeOutcome.Suspended(var until, var reason) ->
        throw ReportProblems.suspended(clock.instant(), until, reason);
      case IntakeOutcome.KeyReused() -> throw ReportProblems.keyReused();
    };
  }

  /// A messenger sees only its own notices.
  @GetMapping("/{id}")
  @Requires(Permission.NOTICES_SEND)
  @Look(Look.Kind.OWN)
  NoticeAnswer find(@PathVariable String id, Caller.Key caller) {
    return NoticeIdText.read(id)
        .flatMap(notices::find)
        .filter(notice -> isFrom(notice, caller))
        .map(NoticeAnswer::of)
        .orElseThrow(ReportProblems::noSuchNotice);
  }

  private static boolean isFrom(Notice notice, Caller.Key caller) {
    return notice.origin() instanceof Origin.Messenger messenger
        && messenger.key().equals(caller.id());
  }
}
