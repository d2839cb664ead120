package org.vigie.server.scan;

import org.vigie.connector.Surface;

/// The outcome of a request for a scan.
public sealed interface ScanReply {
  /// Scanned and stored, now or when the same request was made before.
  record Answered(Scan scan) implements ScanReply {}

  /// Content of this surface is not scanned here; nothing was computed or stored.
  record SurfaceRefused(Surface surface) implements ScanReply {}

  /// The caller has used the idempotency key for another submission.
  record KeyReused() implements ScanReply {}
}
