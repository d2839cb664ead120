package org.vigie.server.review.cases;

import org.vigie.connector.Subject;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.review.CaseId;
import org.vigie.server.review.Stage;

/// A case for reviewers: an account, a room or a message, suspected under one category.
///
/// @param version grows with every change; an update names the one that it read
/// @param stage the number of decisions that the policy needs before this one counts
/// @param category the suspected one; the decision may find another
public record Case(
    CaseId id,
    long version,
    CaseState state,
    Stage stage,
    Subject subject,
    CategoryKey category,
    Route route,
    CaseMaterial material) {
  /// Returns this case with its material.
  public Case with(CaseMaterial read) {
    return new Case(id, version, state, stage, subject, category, route, read);
  }
}
