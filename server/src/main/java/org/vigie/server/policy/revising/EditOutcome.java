package org.vigie.server.policy.revising;

import org.vigie.server.policy.PolicyRevision;

/// The outcome of an edit of the catalogue.
public sealed interface EditOutcome {
  /// The text is in force.
  record Saved(PolicyRevision revision) implements EditOutcome {}

  /// The text is that of the current revision already.
  record Unchanged(PolicyRevision current) implements EditOutcome {}

  /// Another author made a revision since this one was begun.
  record Overtaken(PolicyRevision current) implements EditOutcome {}
}
