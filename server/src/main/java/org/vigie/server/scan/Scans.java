package org.vigie.server.scan;

import java.util.List;
import java.util.Optional;
import org.vigie.connector.Subject;

/// The stored scans. Threads: any.
public interface Scans {
  /// Finds a scan, with the matches found since it was answered.
  Optional<Scan> find(ScanId id);

  /// Returns the subjects of scans, each once; those of scans that are gone are left out.
  default List<Subject> subjects(List<ScanId> ids) {
    return ids.stream()
        .flatMap(id -> find(id).stream())
        .map(Scan::subject)
        .distinct()
        .toList();
  }
}
