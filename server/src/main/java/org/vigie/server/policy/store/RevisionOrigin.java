package org.vigie.server.policy.store;

/// The origin of a revision's text.
public enum RevisionOrigin {
  /// Came with Vigie.
  DEFAULT,
  /// From the file that `vigie.policy.file` names.
  FILE,
  /// A person edited it on its page.
  PAGE
}
