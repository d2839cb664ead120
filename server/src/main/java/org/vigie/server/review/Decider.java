package org.vigie.server.review;

import org.vigie.server.access.PersonId;
import org.vigie.server.policy.PolicyRevision;

/// Who decided.
public sealed interface Decider {
  /// Under which revision of the policy.
  PolicyRevision revision();

  /// A person.
  record Reviewer(PersonId person, PolicyRevision revision) implements Decider {}

  /// The policy itself.
  ///
  /// @param rule its rule: `grave-images/exact`
  record Rule(String rule, PolicyRevision revision) implements Decider {}
}
