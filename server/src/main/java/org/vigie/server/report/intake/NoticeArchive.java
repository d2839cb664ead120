package org.vigie.server.report.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionOperations;
import org.vigie.fingerprint.Digest;
import org.vigie.server.report.Claim;
import org.vigie.server.report.Notice;
import org.vigie.server.report.NoticeId;
import org.vigie.server.report.NoticeReceived;
import org.vigie.server.report.ReporterMark;
import org.vigie.server.report.answering.Receipt;
import org.vigie.server.report.answering.ReceiptCodes;
import org.vigie.server.report.answering.ReporterMails;
import org.vigie.server.report.attachments.SealedAttachment;
import org.vigie.server.report.checking.NewNotice;
import org.vigie.server.report.store.NoticeStore;

/// Stores notices, publishes them to other modules, and queues mails to reporters.
final class NoticeArchive {
  private final NoticeStore store;
  private final ReceiptCodes codes;
  private final TransactionOperations transactions;
  private final ApplicationEventPublisher events;
  private final ReporterMails mails;
  private final InstantSource clock;

  NoticeArchive(
      NoticeStore store,
      ReceiptCodes codes,
      TransactionOperations transactions,
      ApplicationEventPublisher events,
      ReporterMails mails,
      InstantSource clock) {
    this.store = store;
    this.codes = codes;
    this.transactions = transactions;
    this.events = events;
    this.mails = mails;
    this.clock = clock;
  }

  /// Seals the attachments of a notice.
  interface Sealing {
    List<SealedAttachment> seal() throws IOException;
  }

  /// Returns the outcome of an earlier notice under the same key.
  Optional<IntakeOutcome> repeated(NewNotice notice, Digest request) {
    return notice
        .key()
        .flatMap(key -> store.findByKey(notice.caller(), key))
        .map(earlier -> reply(earlier, request));
  }

  private IntakeOutcome reply(NoticeStore.Keyed earlier, Digest request) {
    return earlier.request().equals(request)
        ? new IntakeOutcome.Received(receipt(earlier.notice(), earlier.at(), earlier.duplicateOf()))
        : new IntakeOutcome.KeyReused();
  }

  private Receipt receipt(NoticeId id, Instant at, Optional<NoticeId> duplicateOf) {
    return new Receipt(codes.of(id), id, at, duplicateOf);
  }

  /// Seals the files of a notice and stores it, in one transaction. Of two notices that are sent
  /// at once under one key, one is stored, and both senders get the same receipt.
  IntakeOutcome keep(NoticeId id, NewNotice notice, Digest request, Sealing sealing)
      throws IOException {
    Optional<Receipt> kept;
    try {
      kept = transactions.execute(status -> keep(status, id, notice, request, sealing));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return kept.<IntakeOutcome>map(IntakeOutcome.Received::new)
        .or(() -> repeated(notice, request))
        .orElseThrow(() -> new IllegalStateException("a notice was neither stored nor found"));
  }

  private Optional<Receipt> keep(
      TransactionStatus status, NoticeId id, NewNotice sent, Digest request, Sealing sealing) {
    List<SealedAttachment> attachments = sealed(sealing); // before others of the category wait
    Notice notice = notice(id, sent);
    StoredNotice stored =
        new StoredNotice(notice, sent.caller(), sent.key(), request, codes.of(id), attachments);
    if (!store.insert(stored, ReporterMark.of(sent.origin(), sent.claim().messenger()))) {
      status.setRollbackOnly();
      return Optional.empty();
    }
    mails.received(id);
    events.publishEvent(new NoticeReceived(id));
    return Optional.of(receipt(id, notice.receivedAt(), notice.duplicateOf()));
  }

  private static List<SealedAttachment> sealed(Sealing sealing) {
    try {
      return sealing.seal();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Notice notice(NoticeId id, NewNotice sent) {
    Claim claim = sent.claim();
    return new Notice(
        id,
        clock.instant(),
        sent.origin(),
        claim,
        List.of(),
        store.lockAndFindOpen(claim),
        new Notice.Progress.Open(),
        Notice.Forgotten.NOTHING);
  }
}
