package org.vigie.server.scan.archive;

import java.util.Objects;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionOperations;
import org.vigie.fingerprint.Digest;
import org.vigie.server.evidence.EvidenceId;
import org.vigie.server.evidence.SealedContent;
import org.vigie.server.scan.Media;
import org.vigie.server.scan.Scan;
import org.vigie.server.scan.ScanFinished;
import org.vigie.server.scan.ScanOutcome;
import org.vigie.server.scan.ScanReply;
import org.vigie.server.scan.ScanRequest;
import org.vigie.server.scan.metering.ScanMeters;
import org.vigie.server.scan.store.ScanStore;

/// Stores scans, and publishes those that are not clear.
public final class ScanArchive {
  private final ScanStore store;
  private final TransactionOperations transactions;
  private final ApplicationEventPublisher events;
  private final ScanMeters meters;
  private final MediaKeeping keeping;
  private final MatchedAttachments attachments;

  ScanArchive(
      ScanStore store,
      TransactionOperations transactions,
      ApplicationEventPublisher events,
      ScanMeters meters,
      MediaKeeping keeping,
      MatchedAttachments attachments) {
    this.store = store;
    this.transactions = transactions;
    this.events = events;
    this.meters = meters;
    this.keeping = keeping;
    this.attachments = attachments;
  }

  /// Returns the reply to a request that was made before under the same key.
  public Optional<ScanReply> repeated(ScanRequest request, Digest digest) {
    return request
        .key()
        .flatMap(key -> store.findByKey(request.caller().reference(), key))
        .map(earlier -> reply(earlier, digest));
  }

  private static ScanReply reply(ScanStore.Keyed earlier, Digest digest) {
    return earlier.request().equals(digest)
        ? new ScanReply.Answered(earlier.scan().first())
        : new ScanReply.KeyReused();
  }

  /// Stores a scan and, if it is kept, its media; both are durable once this returns. Of two
  /// simultaneous requests under one key, one is stored, and both get the same reply. The media
  /// is put into the vault before the transaction, so that no write to the blob store holds a
  /// database connection, and discarded if this scan is not stored.
  public ScanReply keep(ScanRequest request, Digest digest, Scan scan, Media media) {
    Optional<SealedContent> content = keeping.put(request, scan, media);
    Optional<Scan> kept = kept(request, digest, scan, content);
    if (kept.isPresent()) {
      meters.count(scan);
      return new ScanReply.Answered(kept.get());
    }
    return repeated(request, digest)
        .orElseThrow(() -> new IllegalStateException("a scan was neither stored nor found"));
  }

  private Optional<Scan> kept(
      ScanRequest request, Digest digest, Scan scan, Optional<SealedContent> content) {
    Optional<Scan> kept = Optional.empty();
    try {
      kept =
          Objects.requireNonNull(transactions.execute(_ -> stored(request, digest, scan, content)));
      return kept;
    } finally {
      if (kept.isEmpty()) {
        content.ifPresent(keeping::discard);
      }
    }
  }

  private Optional<Scan> stored(
      ScanRequest request, Digest digest, Scan scan, Optional<SealedContent> content) {
    if (!store.insert(scan, request.key(), digest)) {
      return Optional.empty();
    }
    Optional<EvidenceId> sealed = content.map(each -> keeping.record(request, scan, each));
    sealed.ifPresent(evidence -> store.setMedia(scan.id(), evidence));
    tell(scan);
    return Optional.of(scan.withMedia(sealed));
  }

  /// Stores the result of a picture that was read after its scan was stored.
  public void complete(Scan scan) {
    transactions.executeWithoutResult(_ -> {
      if (store.complete(scan)) {
        if (scan.outcome() instanceof ScanOutcome.Matched) {
          attachments.keep(scan);
        }
        tell(scan);
      }
    });
  }

  private void tell(Scan scan) {
    if (!(scan.outcome() instanceof ScanOutcome.Clear)) {
      events.publishEvent(new ScanFinished(scan.id(), false));
    }
  }
}
