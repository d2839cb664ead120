package org.vigie.server.report.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.vigie.connector.Surface;
import org.vigie.server.access.Caller;
import org.vigie.server.access.Permission;
import org.vigie.server.access.Requires;
import org.vigie.server.access.ServesTestKeys;
import org.vigie.server.frame.EnumWords;
import org.vigie.server.frame.ProblemException;
import org.vigie.server.frame.ProblemType;
import org.vigie.server.messenger.Messengers;
import org.vigie.server.report.Origin;
import org.vigie.server.report.checking.NewNotice;
import org.vigie.server.report.intake.Intake;
import org.vigie.server.report.settings.ReportSettings;

/// Notices of keys for tests: checked as real ones are, and then forgotten.
@ServesTestKeys
@ResponseBody
@Hidden
class TestNoticeCalls {
  /// No receipt of a real notice has this code.
  private static final String CODE = "TESTS-TESTS-TESTS-TESTS";

  /// A UUID of version 7 whose time is zero, which no real one has.
  private static final long HEAD = 0x7000L;

  private static final long VARIANT = 0x8000_0000_0000_0000L;
  private static final long RANDOM_BITS = 0x3FFF_FFFF_FFFF_FFFFL;

  private final Intake intake;
  private final Messengers messengers;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final int most;

  TestNoticeCalls(
      Intake intake,
      Messengers messengers,
      InstantSource clock,
      RandomGenerator random,
      ReportSettings settings) {
    this.intake = intake;
    this.messengers = messengers;
    this.clock = clock;
    this.random = random;
    this.most = (int) settings.maxAttachment().toBytes();
  }

  @PostMapping("/api/v1/notices")
  @ResponseStatus(HttpStatus.CREATED)
  @Requires(Permission.NOTICES_SEND)
  ReceiptAnswer send(HttpServletRequest http, @RequestBody NoticeJson body, Caller.TestKey caller) {
    if (body.reference() != null) {
      throw ProblemException.ofField("reference", "This is a field of flaggers only.");
    }
    NewNotice notice = new NewNotice(
        caller,
        IdempotencyHeader.of(http),
        new Origin.Messenger(caller.id(), Optional.ofNullable(body.reporter())),
        body.claim(messengers),
        body.attachments());
    intake.mistakes(notice).stream().findFirst().ifPresent(mistake -> {
      throw mistake;
    });
    return new ReceiptAnswer(id(), CODE, clock.instant(), null, true);
  }

  @PostMapping(
      path = "/api/v1/evidence",
      consumes = {"image/*", "video/*", "audio/*", MediaType.APPLICATION_OCTET_STREAM_VALUE})
  @ResponseStatus(HttpStatus.CREATED)
  @Requires(Permission.NOTICES_SEND)
  SealedMediaAnswer seal(
      HttpServletRequest http,
      @RequestParam Optional<String> messenger,
      @RequestParam String surface)
      throws IOException {
    messengers.named("messenger", messenger.orElse(null));
    EnumWords.read(Surface.class, "surface", surface);
    MessageDigest sha256 = sha256();
    long length = drained(new DigestInputStream(http.getInputStream(), sha256));
    if (length == 0) {
      throw ProblemException.ofField("body", "There is no media in the body.");
    }
    String digest = HexFormat.of().formatHex(sha256.digest());
    Instant notKept = clock.instant();
    return new SealedMediaAnswer(id(), digest, length, notKept, true);
  }

  private long drained(InputStream body) throws IOException {
    byte[] part = new byte[1 << 16];
    long length = 0;
    for (int read = body.read(part); read >= 0; read = body.read(part)) {
      length += read;
      if (length > most) {
        throw new ProblemException(
            ProblemType.TOO_LARGE,
            "The media is larger than what is accepted.",
            java.util.Map.of());
      }
    }
    return length;
  }

  private UUID id() {
    return new UUID(HEAD, VARIANT | random.nextLong() & RANDOM_BITS);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
