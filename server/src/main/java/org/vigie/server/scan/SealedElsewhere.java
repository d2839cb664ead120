package org.vigie.server.scan;

import java.util.Optional;
import org.vigie.server.evidence.EvidenceId;

/// Media that is sealed already, for another reason than that it was scanned: it came with a
/// notice.
public interface SealedElsewhere {
  /// Returns where the media of a scan is sealed.
  Optional<EvidenceId> find(ScanId scan);
}
