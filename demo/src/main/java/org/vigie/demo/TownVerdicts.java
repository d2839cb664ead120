package org.vigie.demo;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.vigie.server.access.PersonId;
import org.vigie.server.frame.Language;
import org.vigie.server.policy.Category;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.policy.ContentMeasure;
import org.vigie.server.policy.Explanation;
import org.vigie.server.policy.LegalGround;
import org.vigie.server.policy.Measure;
import org.vigie.server.policy.Policies;
import org.vigie.server.policy.PolicyCatalogue;
import org.vigie.server.report.NoticeId;
import org.vigie.server.report.Notices;
import org.vigie.server.report.Origin;
import org.vigie.server.review.Verdict;
import org.vigie.server.review.cases.Case;
import org.vigie.server.review.quality.QualityCheck;
import org.vigie.server.review.queueing.Cases;

/// The verdicts of the town's people: mostly the suspected category, sometimes no violation.
final class TownVerdicts {
  private static final int NOTHING_EVERY = 7;

  private final Policies policies;
  private final Cases cases;
  private final Notices notices;

  TownVerdicts(Policies policies, Cases cases, Notices notices) {
    this.policies = policies;
    this.cases = cases;
    this.notices = notices;
  }

  Verdict of(Case looked, RandomGenerator random) {
    if (!looked.material().notices().isEmpty()
        && looked.material().notices().stream().allMatch(this::isFromCrank)) {
      return new Verdict.NoViolation(looked.material().notices());
    }
    return isNothing(random) ? new Verdict.NoViolation() : violation(looked);
  }

  private boolean isFromCrank(NoticeId id) {
    return notices
        .find(id)
        .filter(notice -> notice.origin() instanceof Origin.Messenger messenger
            && messenger.reporter().equals(Optional.of(TownTalks.CRANK)))
        .isPresent();
  }

  private static boolean isNothing(RandomGenerator random) {
    return random.nextInt(NOTHING_EVERY) == 0;
  }

  private Verdict violation(Case looked) {
    PolicyCatalogue policy = policies.current();
    Category category = policy.find(looked.category()).orElseThrow();
    ContentMeasure measure =
        category.measures().getOrDefault(looked.subject().surface(), ContentMeasure.QUARANTINE);
    Optional<String> law = policy.review().of(category.key()).law();
    return new Verdict.Violation(
        category.key(),
        List.of(category.dsaKeywords().getFirst()),
        List.of(new Measure.OnContent(measure)),
        new LegalGround(law.isPresent(), law.orElse("Terms of Seagull Messenger, 4")),
        new Explanation.Written("A person has looked at what you shared and found: "
            + category.name(Language.EN) + "."));
  }

  /// Returns the lead's blind verdict on a sample.
  Optional<CategoryKey> judgedAgain(PersonId lead, QualityCheck check, RandomGenerator random) {
    return isNothing(random)
        ? Optional.empty()
        : cases.open(check.subject(), lead).map(file -> file.subject().category());
  }
}
