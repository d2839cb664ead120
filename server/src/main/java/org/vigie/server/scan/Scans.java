package org.vigie.server.scan;

import java.util.Optional;

/// The stored scans. Threads: any.
public interface Scans {
  /// Finds a scan, with the matches found since it was answered.
  Optional<Scan> find(ScanId id);
}
