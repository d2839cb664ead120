package org.vigie.server.review;

import org.vigie.server.access.PersonId;
import org.vigie.server.review.store.CaseStore.Claimant;

/// Who reviewers are: what decides which cases they may have.
interface Reviewers {
  /// Returns what matters about a person.
  Claimant find(PersonId person);
}
