package org.vigie.server.policy.store;

/// Where the text of a revision came from.
public enum RevisionOrigin {
  /// Came with Vigie.
  DEFAULT,
  /// From the file that `vigie.policy.file` names.
  FILE,
  /// A person edited it on its page.
  PAGE
}
