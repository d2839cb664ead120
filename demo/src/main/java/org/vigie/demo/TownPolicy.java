package org.vigie.demo;

import org.vigie.server.policy.revising.EditOutcome;
import org.vigie.server.policy.revising.PolicyRevisions;
import org.vigie.server.policy.revising.PolicyRevisions.Authorship;
import org.vigie.server.policy.store.RevisionOrigin;
import org.vigie.server.policy.store.StoredRevision;

/// Changes Vigie's default policy for the town: matters of opinion need two reviewers, and leads
/// check more samples.
final class TownPolicy {
  private static final String USUAL_SAMPLE = "  quality-sample: 5\n";
  private static final String SAMPLE = "  quality-sample: 30\n";
  private static final String RULES = "  rules:\n";
  private static final String TWO_PEOPLE = """
          - category: hate-speech
            second-reviewer: blind
          - category: impersonation
            second-reviewer: blind
      """;

  private final PolicyRevisions revisions;
  private final TownPeople people;

  TownPolicy(PolicyRevisions revisions, TownPeople people) {
    this.revisions = revisions;
    this.people = people;
  }

  void plan(Timeline timeline, FourMonths months) {
    timeline.plan(months.moment(1, 4), this::change);
  }

  private void change() {
    StoredRevision usual = revisions.newest();
    String text = usual.text().replace(USUAL_SAMPLE, SAMPLE).replace(RULES, RULES + TWO_PEOPLE);
    EditOutcome outcome = revisions.revise(
        usual.entry().revision(),
        text,
        new Authorship(
            people.find(Resident.ADA),
            RevisionOrigin.PAGE,
            "Two people look at hate speech and impersonation; leads look again more often."));
    if (!(outcome instanceof EditOutcome.Saved)) {
      throw new IllegalStateException("the town could not change its policy: " + outcome);
    }
  }
}
