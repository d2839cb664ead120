package org.vigie.server.scan.archive;

import java.util.List;
import java.util.Optional;
import org.vigie.connector.Subject;
import org.vigie.server.scan.Scan;
import org.vigie.server.scan.ScanId;
import org.vigie.server.scan.Scans;
import org.vigie.server.scan.store.ScanQuery;
import org.vigie.server.scan.store.ScanStore;

/// The stored scans, for the pages of this module as well. Threads: any.
public final class KeptScans implements Scans {
  private final ScanStore store;

  KeptScans(ScanStore store) {
    this.store = store;
  }

  @Override
  public Optional<Scan> find(ScanId id) {
    return store.find(id);
  }

  @Override
  public List<Subject> subjects(List<ScanId> ids) {
    return store.subjects(ids);
  }

  /// Returns scans, youngest first.
  public List<Scan> list(ScanQuery query, int limit) {
    return store.list(query, limit);
  }
}
