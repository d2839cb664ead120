package org.vigie.server.report.attachments;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.vigie.connector.Subject;
import org.vigie.server.access.Caller;
import org.vigie.server.evidence.EvidenceId;
import org.vigie.server.evidence.EvidenceKind;
import org.vigie.server.evidence.EvidenceObject;
import org.vigie.server.evidence.NewEvidence;
import org.vigie.server.evidence.SealedContent;
import org.vigie.server.evidence.Snapshot;
import org.vigie.server.evidence.Vault;
import org.vigie.server.report.Circumstances;
import org.vigie.server.report.NoticeId;
import org.vigie.server.report.Origin;
import org.vigie.server.report.answering.ReceivedFile;
import org.vigie.server.report.checking.Defect;
import org.vigie.server.report.checking.MalformedNoticeException;
import org.vigie.server.report.checking.NewAttachment;
import org.vigie.server.report.checking.NewNotice;
import org.vigie.server.report.settings.ReportSettings;
import org.vigie.server.scan.DecodingLane;
import org.vigie.server.scan.Media;
import org.vigie.server.scan.MediaTooLargeException;
import org.vigie.server.scan.Scan;
import org.vigie.server.scan.ScanReply;
import org.vigie.server.scan.ScanRequest;
import org.vigie.server.scan.Scanner;

/// Scans and seals files of notices.
///
/// An attachment is scanned as if it had been submitted from the surface in the notice. An
/// attachment from a surface that is not scanned here is sealed without a scan, and people look at
/// it.
public final class AttachmentVault {
  static final int MOST_ATTACHMENTS = 4;
  private static final int LONGEST_TYPE = 100;
  private static final String TYPE_FORM = "[a-z0-9.+-]+/[a-z0-9.+-]+";

  /// How long media is kept without a notice that names it.
  private static final Duration AHEAD = Duration.ofDays(7);

  private final Vault vault;
  private final NamedMedia named;
  private final Scanner scanner;
  private final ReportSettings settings;
  private final InstantSource clock;

  AttachmentVault(Vault vault, Scanner scanner, ReportSettings settings, InstantSource clock) {
    this.vault = vault;
    this.named = new NamedMedia(vault);
    this.scanner = scanner;
    this.settings = settings;
    this.clock = clock;
  }

  /// An attachment that was read to its end.
  public record Read(NewAttachment attachment, Media media) {
    ReceivedFile file() {
      return new ReceivedFile(attachment.name(), OptionalLong.of(media.size()));
    }
  }

  /// An attachment that was scanned, if allowed, and written to the vault.
  ///
  /// @param content empty if the scan has sealed it
  public record Put(Scanned scanned, Optional<SealedContent> content) {}

  /// An attachment that was scanned, if allowed.
  public record Scanned(Read read, Optional<Scan> scan) {
    /// Returns the evidence into which the scan has sealed it, as it seals matches.
    Optional<EvidenceId> sealed() {
      return scan.flatMap(Scan::media);
    }
  }

  /// Reads attachments.
  ///
  /// @throws MalformedNoticeException if there are too many, or one is too large
  public List<Read> read(List<NewAttachment> attachments) throws IOException {
    if (attachments.size() > MOST_ATTACHMENTS) {
      throw new MalformedNoticeException("attachments", Defect.TOO_MANY);
    }
    List<Read> read = new ArrayList<>();
    for (int number = 0; number < attachments.size(); number++) {
      read.add(read("attachments[" + number + "]", attachments.get(number)));
    }
    return read;
  }

  private Read read(String field, NewAttachment attachment) throws IOException {
    int most = (int) settings.maxAttachment().toBytes();
    try (InputStream in = attachment.content().open()) {
      return new Read(attachment, Media.read(in, most));
    } catch (MediaTooLargeException _) {
      throw new MalformedNoticeException(field, Defect.TOO_LARGE);
    }
  }

  /// Scans attachments, and checks which sealed media a snapshot names.
  public List<Scanned> scan(NewNotice notice, List<Read> read) throws IOException {
    for (Read each : read) {
      named.check(notice.caller(), each.attachment());
    }
    return read.stream().map(each -> new Scanned(each, scan(notice, each))).toList();
  }

  private Optional<Scan> scan(NewNotice notice, Read read) {
    if (read.attachment().kind() == EvidenceKind.SNAPSHOT) {
      return Optional.empty();
    }
    return scan(
        notice.caller(),
        notice.claim().reported().getFirst().subject(),
        read,
        lane(notice.origin()));
  }

  /// Only messengers get the lane of keys; strangers, and flaggers who pass on files of strangers,
  /// share a lane that never delays a scan.
  private static DecodingLane lane(Origin origin) {
    return switch (origin) {
      case Origin.Messenger _ -> DecodingLane.CALLERS;
      case Origin.Form _, Origin.Flagger _ -> DecodingLane.STRANGERS;
    };
  }

  /// Has pictures of strangers read that there was no time for, once they are sealed.
  public void readLater(Origin origin, List<Scanned> sealed) {
    if (lane(origin) == DecodingLane.STRANGERS) {
      sealed.forEach(each ->
          each.scan().ifPresent(scan -> scanner.readLater(scan, each.read().media())));
    }
  }

  private Optional<Scan> scan(Caller caller, Subject subject, Read read, DecodingLane lane) {
    ScanRequest request = new ScanRequest(
        caller,
        Optional.empty(),
        subject,
        Optional.of(mediaType(read.attachment().mediaType())));
    return switch (scanner.scan(request, read.media(), lane)) {
      case ScanReply.Answered answered -> Optional.of(answered.scan());
      case ScanReply.SurfaceRefused _ -> Optional.empty();
      case ScanReply.KeyReused _ ->
        throw new IllegalStateException("a scan without a key cannot reuse one");
    };
  }

  /// Seals attachments and writes them to the vault; call it outside any transaction. Attachments
  /// that the scan has sealed are not sealed again. If one fails, the others are discarded.
  public List<Put> put(List<Scanned> scanned) throws IOException {
    List<Put> put = new ArrayList<>();
    try {
      for (Scanned each : scanned) {
        put.add(put(each));
      }
      return put;
    } finally {
      if (put.size() < scanned.size()) {
        discard(put);
      }
    }
  }

  private Put put(Scanned scanned) throws IOException {
    return new Put(
        scanned,
        scanned.sealed().isPresent()
            ? Optional.empty()
            : Optional.of(put(scanned.read().attachment())));
  }

  /// Removes attachments of a notice that was not stored; call it outside any transaction.
  public void discard(List<Put> put) {
    put.forEach(each -> each.content().ifPresent(vault::discard));
  }

  private SealedContent put(NewAttachment attachment) throws IOException {
    try (InputStream in = attachment.content().open()) {
      return vault.put(in);
    }
  }

  /// Records attachments as evidence, in the transaction of the caller. Attachments that the scan
  /// has sealed are kept as long as the others. Attachments that strangers send by the form are
  /// kept for a shorter time, until a person has claimed their case.
  public List<SealedAttachment> record(NewNotice sent, NoticeId notice, List<Put> put)
      throws IOException {
    Caller caller = sent.caller();
    Instant until = keepUntil(sent.origin());
    List<SealedAttachment> sealed = new ArrayList<>();
    for (Put each : put) {
      Scanned scanned = each.scanned();
      NewAttachment attachment = scanned.read().attachment();
      EvidenceId id = each.content()
          .map(content -> record(caller, notice, attachment, until, content))
          .orElseGet(() -> keep(caller, notice, scanned.sealed().orElseThrow(), until));
      sealed.add(new SealedAttachment(
          id,
          attachment.kind(),
          scanned.scan().map(Scan::id),
          scanned.read().file(),
          circumstances(attachment)));
      for (EvidenceId media : named.of(attachment)) {
        keep(caller, notice, media, until);
        sealed.add(named(media));
      }
    }
    return sealed;
  }

  private static SealedAttachment named(EvidenceId media) {
    return new SealedAttachment(
        media,
        EvidenceKind.MEDIA,
        Optional.empty(),
        new ReceivedFile(Optional.empty(), OptionalLong.empty()),
        Optional.empty());
  }

  /// Scans media and seals it before the notice whose snapshot names it; without such a notice
  /// it is destroyed after a week.
  EvidenceObject sealAhead(Caller caller, Subject shared, NewAttachment attachment)
      throws IOException {
    Optional<EvidenceId> before =
        scan(caller, shared, read("body", attachment), DecodingLane.CALLERS).flatMap(Scan::media);
    EvidenceId id = before.isPresent() ? before.get() : seal(caller, attachment);
    return vault.find(id).orElseThrow();
  }

  private EvidenceId seal(Caller caller, NewAttachment attachment) throws IOException {
    NewEvidence said = new NewEvidence(
        attachment.kind(),
        mediaType(attachment.mediaType()),
        caller.reference(),
        clock.instant().plus(AHEAD));
    try (InputStream in = attachment.content().open()) {
      return vault.seal(caller, said, in);
    }
  }

  private EvidenceId keep(Caller caller, NoticeId notice, EvidenceId sealed, Instant until) {
    vault.keepUntil(caller, sealed, until, notice.reference());
    return sealed;
  }

  private EvidenceId record(
      Caller caller,
      NoticeId notice,
      NewAttachment attachment,
      Instant until,
      SealedContent content) {
    NewEvidence said = new NewEvidence(
        attachment.kind(), mediaType(attachment.mediaType()), notice.reference(), until);
    return vault.record(caller, said, content);
  }

  private Instant keepUntil(Origin origin) {
    Duration term =
        switch (origin) {
          case Origin.Form _ -> settings.keepUnseen();
          case Origin.Messenger _, Origin.Flagger _ -> settings.keepEvidence();
        };
    return clock.instant().plus(term);
  }

  private static Optional<Circumstances> circumstances(NewAttachment attachment)
      throws IOException {
    if (attachment.kind() != EvidenceKind.SNAPSHOT) {
      return Optional.empty();
    }
    try (InputStream in = attachment.content().open()) {
      return Optional.of(Circumstances.of(Snapshot.read(in.readAllBytes())));
    }
  }

  /// Passes a media type on only if it has the form of one: senders can write anything.
  private static String mediaType(String said) {
    return said.length() <= LONGEST_TYPE && said.matches(TYPE_FORM)
        ? said
        : "application/octet-stream";
  }
}
