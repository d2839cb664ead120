package org.vigie.server.policy;

import java.util.Optional;

/// The catalogue in all its revisions. Threads: any.
public interface Policies {
  /// Returns the current revision; there always is one.
  PolicyCatalogue current();

  /// Returns an earlier revision.
  Optional<PolicyCatalogue> find(PolicyRevision revision);
}
