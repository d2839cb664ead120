package org.vigie.server.review;

import org.vigie.server.access.PersonId;
import org.vigie.server.review.store.CaseStore.Claimant;

/// Who reviewers are: what decides which cases they may have.
interface Reviewers {
  /// Returns what matters about a person.
  ///
  /// @param spared whether they have seen enough for a day
  Claimant find(PersonId person, boolean spared);
}
