package org.vigie.server.review.cases;

import org.vigie.server.access.PersonId;
import org.vigie.server.review.store.CaseStore.Claimant;

/// Finds reviewers.
public interface Reviewers {
  /// Returns the facts about a person that decide which cases they may have.
  ///
  /// @param spared whether they have seen enough harm for a day
  Claimant find(PersonId person, boolean spared);
}
