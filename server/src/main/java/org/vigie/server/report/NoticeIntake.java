package org.vigie.server.report;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.vigie.fingerprint.Digest;

/// Takes notices: checks, scans, seals, stores, in this order.
final class NoticeIntake implements Intake {
  private final ClaimCheck check;
  private final Reporters reporters;
  private final AttachmentVault attachments;
  private final NoticeArchive archive;

  NoticeIntake(
      ClaimCheck check, Reporters reporters, AttachmentVault attachments, NoticeArchive archive) {
    this.check = check;
    this.reporters = reporters;
    this.attachments = attachments;
    this.archive = archive;
  }

  @Override
  public List<MalformedNoticeException> mistakes(NewNotice notice) {
    return check.mistakes(notice.origin(), notice.claim());
  }

  @Override
  public IntakeOutcome receive(NewNotice notice) throws IOException {
    check.check(notice.origin(), notice.claim());
    List<AttachmentVault.Read> read = attachments.read(notice.attachments());
    Digest request = RequestDigest.of(notice, read);
    Optional<IntakeOutcome> repeated = archive.repeated(notice, request);
    Optional<IntakeOutcome> ending = repeated.or(() -> suspended(notice.origin()));
    return ending.isPresent() ? ending.get() : receive(notice, read, request);
  }

  private Optional<IntakeOutcome> suspended(Origin origin) {
    return ReporterMark.of(origin)
        .flatMap(reporters::suspension)
        .map(found -> new IntakeOutcome.Suspended(found.until(), found.reason()));
  }

  private IntakeOutcome receive(NewNotice notice, List<AttachmentVault.Read> read, Digest request)
      throws IOException {
    NoticeId id = new NoticeId(UUID.randomUUID());
    List<AttachmentVault.Scanned> scanned = attachments.scan(notice, read);
    return archive.keep(id, notice, request, () -> attachments.seal(notice, id, scanned));
  }
}
