package org.vigie.server.scan;

import java.util.Optional;
import org.vigie.server.evidence.EvidenceId;

/// Finds media that was sealed with a notice rather than by its scan.
public interface SealedElsewhere {
  /// Returns the evidence that holds the media of a scan.
  Optional<EvidenceId> find(ScanId scan);
}
