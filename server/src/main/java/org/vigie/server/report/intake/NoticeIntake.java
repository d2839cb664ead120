package org.vigie.server.report.intake;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.vigie.fingerprint.Digest;
import org.vigie.server.report.NoticeId;
import org.vigie.server.report.Origin;
import org.vigie.server.report.ReporterMark;
import org.vigie.server.report.attachments.AttachmentVault;
import org.vigie.server.report.attachments.FileShare;
import org.vigie.server.report.attachments.UploadQuotas;
import org.vigie.server.report.checking.ClaimCheck;
import org.vigie.server.report.checking.MalformedNoticeException;
import org.vigie.server.report.checking.NewNotice;
import org.vigie.server.report.reporters.MisuseRegister;

/// Takes notices: checks, scans, seals, stores, in this order.
final class NoticeIntake implements Intake {
  private final ClaimCheck check;
  private final MisuseRegister reporters;
  private final AttachmentVault attachments;
  private final NoticeArchive archive;
  private final UploadQuotas quotas;

  NoticeIntake(
      ClaimCheck check,
      MisuseRegister reporters,
      AttachmentVault attachments,
      NoticeArchive archive,
      UploadQuotas quotas) {
    this.check = check;
    this.reporters = reporters;
    this.attachments = attachments;
    this.archive = archive;
    this.quotas = quotas;
  }

  @Override
  public List<MalformedNoticeException> mistakes(NewNotice notice) {
    return check.mistakes(notice.origin(), notice.claim());
  }

  @Override
  public IntakeOutcome receive(NewNotice notice) throws IOException {
    return receive(notice, quotas.unlimited());
  }

  @Override
  public IntakeOutcome receive(NewNotice notice, FileShare share) throws IOException {
    check.check(notice.origin(), notice.claim());
    List<AttachmentVault.Read> read = attachments.read(notice.attachments());
    Digest request = RequestDigest.of(notice, read);
    Optional<IntakeOutcome> repeated = archive.repeated(notice, request);
    Optional<IntakeOutcome> ending = repeated.or(() -> suspended(notice));
    return ending.isPresent() ? ending.get() : within(share, new Checked(notice, read, request));
  }

  /// A notice that somebody's life is in danger is taken from everybody.
  private Optional<IntakeOutcome> suspended(NewNotice notice) {
    if (check.isAboutDanger(notice.claim())) {
      return Optional.empty();
    }
    return ReporterMark.of(notice.origin(), notice.claim().messenger())
        .flatMap(reporters::suspension)
        .map(found -> new IntakeOutcome.Suspended(found.until(), found.reason()));
  }

  /// A notice that nothing but its files can still refuse.
  ///
  /// @param request digest of all that was sent
  private record Checked(NewNotice notice, List<AttachmentVault.Read> files, Digest request) {
    long bytes() {
      return files.stream().mapToLong(each -> each.media().size()).sum();
    }

    Checked withoutFiles() {
      return new Checked(notice, List.of(), request);
    }
  }

  private IntakeOutcome within(FileShare share, Checked sent) throws IOException {
    if (!share.take(sent.bytes())) {
      if (sent.notice().origin() instanceof Origin.Messenger) {
        throw ReportProblems.overQuota(share.untilTomorrow());
      }
      return stored(share, sent.withoutFiles());
    }
    return stored(share, sent);
  }

  /// Returns the bytes that were taken to the share unless this very notice is stored.
  private IntakeOutcome stored(FileShare share, Checked sent) throws IOException {
    NoticeId id = new NoticeId(UUID.randomUUID());
    boolean stored = false;
    try {
      IntakeOutcome outcome = store(id, sent);
      stored = isOf(id, outcome);
      return outcome;
    } finally {
      if (!stored) {
        share.giveBack();
      }
    }
  }

  private IntakeOutcome store(NoticeId id, Checked sent) throws IOException {
    List<AttachmentVault.Scanned> scanned = attachments.scan(sent.notice(), sent.files());
    IntakeOutcome outcome = keep(id, sent, attachments.put(scanned));
    if (isOf(id, outcome)) {
      attachments.readLater(sent.notice().origin(), scanned);
    }
    return outcome;
  }

  /// Attachments that were put are discarded unless this very notice is stored.
  private IntakeOutcome keep(NoticeId id, Checked sent, List<AttachmentVault.Put> put)
      throws IOException {
    boolean stored = false;
    try {
      IntakeOutcome outcome = archive.keep(
          id, sent.notice(), sent.request(), () -> attachments.record(sent.notice(), id, put));
      stored = isOf(id, outcome);
      return outcome;
    } finally {
      if (!stored) {
        attachments.discard(put);
      }
    }
  }

  private static boolean isOf(NoticeId id, IntakeOutcome outcome) {
    return outcome instanceof IntakeOutcome.Received(var receipt)
        && receipt.notice().equals(id);
  }
}
