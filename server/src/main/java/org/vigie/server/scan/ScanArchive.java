package org.vigie.server.scan;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionOperations;
import org.vigie.fingerprint.Digest;
import org.vigie.server.evidence.EvidenceId;
import org.vigie.server.scan.store.ScanStore;

/// Keeps scans, and tells others of those that matter.
final class ScanArchive {
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

  /// Times what a request comes to.
  ScanReply timed(Supplier<ScanReply> work) {
    return meters.timeScan(work);
  }

  /// Returns the reply to a request that was made before under the same key.
  Optional<ScanReply> repeated(ScanRequest request, Digest digest) {
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

  /// Stores a scan, and with it its media where that is kept; once this has returned both
  /// survive whatever happens. Of two requests under one key that come at once, one is stored,
  /// and both get the same reply.
  ScanReply keep(ScanRequest request, Digest digest, Scan scan, Media media) {
    Optional<Scan> kept =
        Objects.requireNonNull(transactions.execute(_ -> stored(request, digest, scan, media)));
    if (kept.isPresent()) {
      meters.count(scan);
      return new ScanReply.Answered(kept.get());
    }
    return repeated(request, digest)
        .orElseThrow(() -> new IllegalStateException("a scan was neither stored nor found"));
  }

  private Optional<Scan> stored(ScanRequest request, Digest digest, Scan scan, Media media) {
    if (!store.insert(scan, request.key(), digest)) {
      return Optional.empty();
    }
    Optional<EvidenceId> sealed = keeping.seal(request, scan, media);
    sealed.ifPresent(evidence -> store.setMedia(scan.id(), evidence));
    tell(scan);
    return Optional.of(scan.withMedia(sealed));
  }

  /// Stores what was found when a picture was read after its scan was stored.
  void complete(Scan scan) {
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
