package org.vigie.server.evidence;

import java.util.List;

/// Which cases rely on evidence: a bean of the module that has cases. Threads: any.
@FunctionalInterface
public interface EvidenceCases {
  /// Returns the cases of an object, oldest first.
  List<EvidenceCase> of(EvidenceId id);
}
