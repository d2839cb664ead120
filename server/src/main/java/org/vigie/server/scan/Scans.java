package org.vigie.server.scan;

import java.util.List;
import java.util.Optional;
import org.vigie.server.scan.store.ScanStore;

/// The scans that are kept. Threads: any.
public final class Scans {
  private final ScanStore store;

  Scans(ScanStore store) {
    this.store = store;
  }

  /// Finds a scan, with what was found since it was answered.
  public Optional<Scan> find(ScanId id) {
    return store.find(id);
  }

  /// Returns scans, youngest first.
  public List<Scan> list(ScanQuery query, int limit) {
    return store.list(query, limit);
  }
}
