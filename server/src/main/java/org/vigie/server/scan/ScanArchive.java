package org.vigie.server.scan;

import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionOperations;
import org.vigie.fingerprint.Digest;
import org.vigie.server.scan.store.ScanStore;

/// Keeps scans, and tells others of those that matter.
final class ScanArchive {
  private final ScanStore store;
  private final TransactionOperations transactions;
  private final ApplicationEventPublisher events;
  private final ScanMeters meters;

  ScanArchive(
      ScanStore store,
      TransactionOperations transactions,
      ApplicationEventPublisher events,
      ScanMeters meters) {
    this.store = store;
    this.transactions = transactions;
    this.events = events;
    this.meters = meters;
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

  /// Stores a scan; once this has returned it survives whatever happens. Of two requests under
  /// one key that come at once, one is stored, and both get the same reply.
  ScanReply keep(ScanRequest request, Digest digest, Scan scan) {
    boolean kept =
        transactions.execute(_ -> store.insert(scan, request.key(), digest) && told(scan));
    if (kept) {
      meters.count(scan);
      return new ScanReply.Answered(scan);
    }
    return repeated(request, digest)
        .orElseThrow(() -> new IllegalStateException("a scan was neither stored nor found"));
  }

  private boolean told(Scan scan) {
    if (!(scan.outcome() instanceof ScanOutcome.Clear)) {
      events.publishEvent(new ScanFinished(scan.id(), false));
    }
    return true;
  }
}
